package io.headroom.policy;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.allocation.Sizing;
import io.headroom.allocation.TypePolicy;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.OfferBuilder;
import io.headroom.allocation.cost.Spending;
import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.CronHours;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.MeasuredLeads;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.Period;
import io.headroom.allocation.rules.Priority;
import io.headroom.allocation.rules.ReadyStock;
import io.headroom.allocation.rules.Recurrence;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.Retention;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.SpikeRule;
import io.headroom.allocation.rules.UtilisationTarget;
import io.headroom.allocation.rules.Velocity;
import io.headroom.allocation.rules.Watch;
import io.headroom.allocation.rules.WeeklyHours;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TransactionType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Random policies that say something in every field now and then. */
final class RandomPolicies {
    private final SplittableRandom random;

    private RandomPolicies(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static AllocationPolicy policy(long seed) {
        return new RandomPolicies(seed).policy();
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <E extends Enum<E>> E pick(Class<E> type) {
        return pick(List.of(type.getEnumConstants()));
    }

    private double amount() {
        return one(10) ? 1e-7 : one(10) ? 1e300 : one(2) ? 1 + random.nextInt(40) : 0.1 + random.nextDouble() * 40;
    }

    private double share() {
        return one(5) ? 1 : 0.01 + 0.99 * random.nextDouble();
    }

    private Duration window() {
        return one(10) ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.ofMillis(1 + random.nextInt(10_000_000));
    }

    private AllocationPolicy policy() {
        AllocationPolicyBuilder b = AllocationPolicy.builder().shadow(one(4));
        if (one(2)) {
            b.leadTime(window()).interval(window()).staleAfter(window());
        }
        if (one(2)) {
            b.measuredLeads(one(2) ? MeasuredLeads.NONE : new MeasuredLeads(1 + random.nextInt(9) / 2.0, 0.5));
        }
        b.standard(rules(ResourcePolicy.builder()));
        if (one(3)) {
            b.watch(new Watch(one(2) ? Duration.ZERO : window(), one(2) ? Duration.ZERO : window()));
        }
        List<Location> places = List.of(Region.of("eu-west"), Region.of("ost, \"null\" 1"), RegionPair.of("eu", "us"));
        for (Location place : places) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                Resources unit = new Resources(one(2) ? amount() : 0, one(2) ? amount() : 0, amount());
                b.place(new NodeGroup(
                        "group " + place.key().length() + "-" + i, place, pick(NodeGroup.Kind.class), unit));
            }
            if (one(2)) {
                b.resource(place, pick(Resource.class), rules(ResourcePolicy.builder()));
            }
        }
        if (one(2)) {
            TypePolicy type = TypePolicy.of(pick(Priority.class));
            b.type(
                    TransactionType.of("true"),
                    one(2) ? type : type.sizedBy(new Sizing(0.5, share(), amount(), amount())));
        }
        return priced(b.build());
    }

    /** The same with offers at some locations: drawn last, so that all that is drawn before stays. */
    private AllocationPolicy priced(AllocationPolicy plain) {
        if (one(2)) {
            return plain;
        }
        AllocationPolicyBuilder priced = AllocationPolicy.builder()
                .leadTime(plain.leadTime())
                .interval(plain.interval())
                .staleAfter(plain.staleAfter())
                .shadow(plain.shadow())
                .watch(plain.watch())
                .standard(plain.standard());
        plain.special()
                .forEach((place, byResource) ->
                        byResource.forEach((resource, rules) -> priced.resource(place, resource, rules)));
        plain.types().forEach(priced::type);
        plain.placement().forEach((place, groups) -> {
            boolean offered = place.equals(Region.of("eu-west")) || one(2);
            boolean dear = groups.stream().anyMatch(group -> largest(group.perUnit()) > 1e15);
            groups.forEach(group -> {
                if (offered && !dear) {
                    priced.place(offer(group));
                } else {
                    priced.place(group);
                }
            });
        });
        boolean any = !priced.build().offers().isEmpty();
        double cap = any && one(2) ? amount() : Double.POSITIVE_INFINITY;
        Duration horizon = one(2) ? Duration.ofHours(1) : Duration.ofMillis(1 + random.nextInt(10_000_000));
        return priced.spending(new Spending(cap, one(2) ? 0.5 : share(), horizon))
                .build();
    }

    private static double largest(Resources unit) {
        return Math.max(unit.compute(), Math.max(unit.storage(), unit.bandwidth()));
    }

    private Offer offer(NodeGroup group) {
        OfferBuilder offer = Offer.builder(group, one(4) ? 0 : random.nextDouble() * 10);
        if (one(3)) {
            offer.priceFrom(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000)), share());
        }
        if (one(3)) {
            offer.spot(random.nextDouble());
        } else if (one(2)) {
            offer.reserved(Duration.ofMinutes(1 + random.nextInt(100_000)));
        }
        if (one(3)) {
            offer.minimumTerm(Duration.ofMinutes(1 + random.nextInt(100_000)));
        }
        return (one(3) ? offer.quota(random.nextInt(50)) : offer).build();
    }

    private ResourcePolicy rules(ResourcePolicyBuilder b) {
        some(b);
        b.minimum(one(2) ? 0 : random.nextInt(5));
        if (one(2)) {
            b.maximum(10 + random.nextInt(100));
        }
        if (one(2)) {
            b.schedule("nights", recurrence(), some(ResourcePolicy.builder()).warm(amount()));
            b.schedule("days", recurrence(), some(ResourcePolicy.builder()).minimum(3 + random.nextInt(5)));
        }
        return b.build();
    }

    private ResourcePolicyBuilder some(ResourcePolicyBuilder b) {
        if (one(2)) {
            b.quantile(0.01 + 0.98 * random.nextDouble())
                    .targetUtilisation(share())
                    .violationCost(amount())
                    .violationRatio(one(2) ? 0 : amount());
        }
        if (one(3)) {
            b.threshold(amount()).stepUp(amount()).stepDown(one(2) ? Double.POSITIVE_INFINITY : amount());
        }
        if (one(3)) {
            b.upCooldown(window()).downCooldown(window()).warm(amount());
        }
        if (one(2)) {
            b.up(pace()).down(pace());
        }
        if (one(3)) {
            b.removalBudget(one(4) ? RemovalBudget.NONE : new RemovalBudget(some(), window()));
            b.reversalBudget(one(4) ? ReversalBudget.NONE : new ReversalBudget(1 + random.nextInt(4), window()));
        }
        if (one(3)) {
            b.pause(pick(List.of(Pause.NONE, Pause.UP, Pause.DOWN, Pause.ALL, Pause.at(amount()))));
        }
        if (one(3)) {
            b.outage(
                    new OutagePolicy(pick(OutagePolicy.Behaviour.class), one(2) ? 0 : amount(), 1 + random.nextInt(3)));
        }
        if (one(3)) {
            b.utilisation(new UtilisationTarget(share(), pick(UtilisationTarget.Combine.class)));
        }
        if (one(3)) {
            b.capBreach(one(3) ? CapBreach.HONOR : CapBreach.increase(random.nextInt(101), amount(), window()));
        }
        if (one(3)) {
            b.events(one(4) ? List.of() : List.of(event(), event()));
        }
        if (one(3)) {
            b.retention(one(4) ? Retention.NONE : new Retention(window()));
            b.readyStock(
                    one(4)
                            ? ReadyStock.NONE
                            : new ReadyStock(
                                    share() / 2,
                                    one(2) ? 0 : amount(),
                                    one(2) ? 0 : amount(),
                                    window(),
                                    limit(),
                                    limit(),
                                    one(2)));
        }
        if (one(3)) {
            SpikeRule spike = SpikeRule.of(random.nextDouble()).withGrowthLimit(one(2) ? 1.5 : 1 + amount());
            b.spike(one(4) ? SpikeRule.NONE : one(2) ? spike : spike.withHold(window()));
        }
        return b;
    }

    private double limit() {
        return one(3) ? Double.POSITIVE_INFINITY : one(8) ? 0 : amount();
    }

    private EventRule event() {
        return new EventRule(
                pick(List.of("*", "sale: \"50 %\"", "- x")),
                one(2) ? 1 : amount(),
                one(2) ? 0 : amount(),
                one(2) ? Duration.ZERO : window(),
                one(2) ? Duration.ZERO : window());
    }

    private Pace pace() {
        List<Velocity.Step> steps = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            steps.add(new Velocity.Step(some(), window()));
        }
        return new Pace(
                one(2) ? 0 : random.nextDouble(),
                one(2) ? Duration.ZERO : window(),
                one(2) ? 0 : random.nextInt(5),
                new Velocity(steps, pick(Velocity.Select.class)));
    }

    private Amount some() {
        return one(2) ? Amount.absolute(amount()) : Amount.percent(amount());
    }

    private Recurrence recurrence() {
        ZoneId zone = pick(List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("UTC"), ZoneId.of("+05:30")));
        Set<DayOfWeek> days = one(2) ? EnumSet.allOf(DayOfWeek.class) : EnumSet.of(pick(DayOfWeek.class));
        LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60), one(2) ? 0 : 5, one(2) ? 0 : 7_000_000);
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000));
        return pick(List.of(
                new WeeklyHours(zone, days, from, LocalTime.of(random.nextInt(24), 0)),
                new CronHours("*/5 0-12 * * MON,5", Duration.ofMinutes(1 + random.nextInt(40_000)), zone),
                new Period(start, start.plusSeconds(1 + random.nextInt(1_000_000)))));
    }
}
