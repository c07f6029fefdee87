package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.FleetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One random policy, situation and history, from ordinary to absurd; the same for the same seed. */
final class FuzzCase {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final List<Location> PLACES =
            List.of(Region.of("eu"), Region.of("us"), RegionPair.of("eu", "us"), RegionPair.of("us", "eu"));

    private final SplittableRandom random;
    final AllocationPolicy policy;
    final Situation situation;
    final ChangeHistory history;

    /** An ordinary case. */
    static FuzzCase plain(long seed) {
        return new FuzzCase(new SplittableRandom(seed), Kind.PLAIN);
    }

    /** A case with every rule that a policy may have. */
    static FuzzCase rich(long seed) {
        return new FuzzCase(new SplittableRandom(seed), Kind.RICH);
    }

    /** A rich case without its offers. */
    static FuzzCase unpriced(long seed) {
        return new FuzzCase(new SplittableRandom(seed), Kind.UNPRICED);
    }

    /** A rich case without its spending cap. */
    static FuzzCase uncapped(long seed) {
        return new FuzzCase(new SplittableRandom(seed), Kind.UNCAPPED);
    }

    private enum Kind {
        PLAIN,
        RICH,
        UNPRICED,
        UNCAPPED
    }

    private FuzzCase(SplittableRandom random, Kind kind) {
        boolean rich = kind != Kind.PLAIN;
        this.random = random;
        AllocationPolicyBuilder b = AllocationPolicy.builder();
        Map<NodeGroup, Stock> stocks = new TreeMap<>();
        Map<NodeGroup, Integer> quotas = new TreeMap<>();
        Map<Location, Map<Resource, Need>> needs = new HashMap<>();
        ChangeHistory changes = ChangeHistory.NONE;
        for (Location place : PLACES) {
            int groups = random.nextInt(4);
            for (int i = 0; i < groups; i++) {
                NodeGroup group =
                        new NodeGroup(place.key().replace('>', '-') + "-" + i, place, NodeGroup.Kind.VM, unit());
                b.place(group);
                stocks.put(group, new Stock(count(), count(), count(), count()));
                if (random.nextInt(3) == 0) {
                    quotas.put(group, count());
                }
            }
            for (Resource resource : Resource.values()) {
                if (groups > 0 && random.nextInt(4) > 0) {
                    b.resource(place, resource, resourcePolicy(rich));
                }
                if (random.nextInt(6) > 0) {
                    needs.computeIfAbsent(place, key -> new EnumMap<>(Resource.class))
                            .put(resource, rich ? richNeed() : need());
                }
                if (random.nextInt(3) == 0) {
                    changes = changes.with(place, resource, random.nextBoolean(), ago());
                }
            }
        }
        if (rich) {
            limit(needs, random);
        }
        b.place(new NodeGroup("spare", PLACES.get(0), NodeGroup.Kind.CONTAINER_INSTANCE, Resources.compute(1)));
        b.standard(resourcePolicy(rich));
        ChangeHistory remembered = rich ? new FuzzMemory(random).history(changes) : changes;
        Freshness freshness = switch (random.nextInt(4)) {
            case 0 -> new Freshness.Stale(Duration.ofMinutes(30));
            case 1 -> new Freshness.Blind("the source failed");
            default -> new Freshness.Fresh();
        };
        List<CalendarEvent> events = rich ? new FuzzRules(random).calendar() : List.of();
        if (rich) {
            new FuzzLeads(random).add(needs);
        }
        situation = new Situation(NOW, freshness, new FleetObservation(NOW, stocks, quotas), needs).withEvents(events);
        FuzzOffers offers = new FuzzOffers(random);
        if (rich && kind != Kind.UNPRICED) {
            offers.add(b);
        }
        if (kind == Kind.UNCAPPED) {
            b.spending(b.spending.withCap(Double.POSITIVE_INFINITY));
        }
        policy = b.build();
        history = offers.history(remembered);
    }

    private int count() {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(100_000_000);
            case 1, 2, 3, 4 -> 0;
            default -> random.nextInt(12);
        };
    }

    private Resources unit() {
        Resources unit = Resources.NONE;
        while (unit.isNone()) {
            unit = new Resources(size(), size(), size());
        }
        return unit;
    }

    private double size() {
        return random.nextInt(5) < 3 ? 0 : pick(1, 4, 0.1, 100, 1e-3, random.nextDouble());
    }

    private double pick(double... of) {
        return of[random.nextInt(of.length)];
    }

    private double amount() {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> 1e-13;
            case 2 -> pick(1e9, 1e30, 1e300, Double.MAX_VALUE);
            case 3, 4, 5 -> random.nextInt(40);
            default -> random.nextDouble() * 40;
        };
    }

    private Need need() {
        OptionalDouble forecast = random.nextInt(8) == 0 ? OptionalDouble.empty() : OptionalDouble.of(amount());
        return new Need(forecast, amount(), random.nextInt(3) == 0 ? 0 : amount());
    }

    /** Some needs can't be used in full elsewhere. */
    private static void limit(Map<Location, Map<Resource, Need>> needs, SplittableRandom random) {
        needs.values()
                .forEach(here -> here.replaceAll((resource, need) -> random.nextInt(3) > 0
                        ? need
                        : need.limitedBy(new PartnerLimit(
                                random.nextInt(9) == 0 ? 1e300 : random.nextDouble() * 30,
                                random.nextInt(3) == 0 ? 0 : random.nextDouble(),
                                random.nextBoolean() ? Double.POSITIVE_INFINITY : random.nextInt(30)))));
    }

    /** A need with a surge and a spike now and then. */
    private Need richNeed() {
        Need need = need();
        Need spiked = random.nextInt(3) == 0 ? need.withSpike(Math.max(need.actual(), amount())) : need;
        return random.nextInt(3) > 0 ? spiked.withSurge(amount()) : spiked;
    }

    private ResourcePolicy resourcePolicy(boolean rich) {
        return rich ? new FuzzRules(random).add(rules()) : rules();
    }

    private ResourcePolicy rules() {
        double low = random.nextBoolean() ? 0 : random.nextDouble() * 10;
        double high = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : low + random.nextInt(20);
        return ResourcePolicy.builder()
                .threshold(random.nextBoolean() ? 0 : random.nextDouble() * 4)
                .minimum(low)
                .maximum(high)
                .stepUp(random.nextBoolean() ? Double.POSITIVE_INFINITY : 0.1 + random.nextDouble() * 8)
                .stepDown(random.nextBoolean() ? Double.POSITIVE_INFINITY : 0.1 + random.nextDouble() * 8)
                .upCooldown(cooldown())
                .downCooldown(cooldown())
                .warm(random.nextBoolean() ? 0 : random.nextDouble() * 10)
                .build();
    }

    private Duration cooldown() {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ofSeconds(Long.MAX_VALUE);
            case 1, 2 -> Duration.ofMinutes(random.nextInt(60));
            default -> Duration.ZERO;
        };
    }

    private Instant ago() {
        return random.nextInt(10) == 0 ? NOW.plusSeconds(3600) : NOW.minusSeconds(random.nextInt(3600));
    }
}
