package io.headroom.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random policies and situations, from ordinary to absurd, held against {@link DecisionInvariants}. */
class DecisionFuzzTest {
    private static final int CASES = 10_000;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Location> PLACES =
            List.of(Region.of("eu"), Region.of("us"), RegionPair.of("eu", "us"), RegionPair.of("us", "eu"));

    @Test
    void everyDecisionKeepsTheInvariants() {
        Set<Reason.Rule> seen = new HashSet<>();
        for (long seed = 0; seed < CASES; seed++) {
            Case c = new Case(new SplittableRandom(seed));
            Decision decision = new DecisionEngine(c.policy).decide(c.situation, c.history, PLACES);
            List<String> violations = DecisionInvariants.violated(c.policy, c.situation, c.history, decision);
            long replay = seed;
            assertTrue(violations.isEmpty(), () -> "seed " + replay + ": " + violations + " in\n" + decision.explain());
            decision.resources().forEach(r -> r.reasons().forEach(reason -> seen.add(reason.rule())));
        }
        assertEquals(Set.of(Reason.Rule.values()), seen, "rules that the cases reach");
    }

    @Test
    void aDecisionIsAPureFunction() {
        for (long seed = 0; seed < 500; seed++) {
            Case one = new Case(new SplittableRandom(seed));
            Case two = new Case(new SplittableRandom(seed));
            assertEquals(
                    new DecisionEngine(one.policy).decide(one.situation, one.history, PLACES),
                    new DecisionEngine(two.policy).decide(two.situation, two.history, PLACES),
                    "seed " + seed);
        }
    }

    @Test
    void locationsDoNotInfluenceEachOther() {
        for (long seed = 0; seed < 500; seed++) {
            Case c = new Case(new SplittableRandom(seed));
            DecisionEngine engine = new DecisionEngine(c.policy);
            List<ResourceDecision> alone = new ArrayList<>();
            PLACES.forEach(place -> alone.addAll(
                    engine.decide(c.situation, c.history, List.of(place)).resources()));
            assertEquals(alone, engine.decide(c.situation, c.history, PLACES).resources(), "seed " + seed);
        }
    }

    /** One random policy, situation and history. */
    private static final class Case {
        private final SplittableRandom random;
        final AllocationPolicy policy;
        final Situation situation;
        final ChangeHistory history;

        Case(SplittableRandom random) {
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
                        b.resource(place, resource, rules());
                    }
                    if (random.nextInt(6) > 0) {
                        needs.computeIfAbsent(place, key -> new EnumMap<>(Resource.class))
                                .put(resource, need());
                    }
                    if (random.nextInt(3) == 0) {
                        changes = changes.with(place, resource, random.nextBoolean(), ago());
                    }
                }
            }
            b.place(new NodeGroup("spare", PLACES.get(0), NodeGroup.Kind.CONTAINER_INSTANCE, Resources.compute(1)));
            policy = b.standard(rules()).build();
            history = changes;
            Freshness freshness = switch (random.nextInt(4)) {
                case 0 -> new Freshness.Stale(Duration.ofMinutes(30));
                case 1 -> new Freshness.Blind("the source failed");
                default -> new Freshness.Fresh();
            };
            situation = new Situation(NOW, freshness, new FleetObservation(NOW, stocks, quotas), needs);
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
}
