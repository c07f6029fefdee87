package io.headroom.allocation;

import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.CronHours;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.Period;
import io.headroom.allocation.rules.ReadyStock;
import io.headroom.allocation.rules.Recurrence;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.Retention;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.SpikeRule;
import io.headroom.allocation.rules.UtilisationTarget;
import io.headroom.allocation.rules.Velocity;
import io.headroom.allocation.rules.WeeklyHours;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random rules of every kind. */
final class FuzzRules {
    private static final List<String> EVENTS = List.of("sale", "feast", EventRule.ANY);

    private final SplittableRandom random;

    FuzzRules(SplittableRandom random) {
        this.random = random;
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private double amount() {
        return one(20) ? 1e308 : random.nextInt(30) + (one(2) ? 0 : random.nextDouble());
    }

    private Duration window() {
        return one(10) ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.ofMinutes(random.nextInt(60));
    }

    ResourcePolicy add(ResourcePolicy plain) {
        ResourcePolicyBuilder b = rules(plain.toBuilder());
        if (one(4)) {
            b.schedule("holding", holding(), schedule(plain));
            b.schedule("other", one(2) ? holding() : other(), schedule(plain));
        }
        return b.build();
    }

    private ResourcePolicyBuilder schedule(ResourcePolicy plain) {
        ResourcePolicyBuilder b = rules(ResourcePolicy.builder());
        if (one(2)) {
            b.minimum(Math.min(plain.maximum(), random.nextInt(12)));
        } else {
            b.maximum(plain.minimum() + random.nextInt(20));
        }
        return b;
    }

    private ResourcePolicyBuilder rules(ResourcePolicyBuilder b) {
        if (one(3)) {
            b.up(pace());
        }
        if (one(3)) {
            b.down(pace());
        }
        if (one(4)) {
            b.removalBudget(new RemovalBudget(some(), window()));
        }
        if (one(4)) {
            b.reversalBudget(new ReversalBudget(1 + random.nextInt(4), window()));
        }
        if (one(6)) {
            b.pause(pick(List.of(Pause.UP, Pause.DOWN, Pause.ALL, Pause.at(amount()))));
        }
        if (one(4)) {
            b.outage(new OutagePolicy(pick(List.of(OutagePolicy.Behaviour.values())), amount(), 1 + random.nextInt(4)));
        }
        if (one(4)) {
            b.utilisation(new UtilisationTarget(
                    0.01 + 0.99 * random.nextDouble(), pick(List.of(UtilisationTarget.Combine.values()))));
        }
        if (one(4)) {
            b.capBreach(CapBreach.increase(random.nextInt(101), 1 + amount(), window()));
        }
        if (one(4)) {
            b.retention(new Retention(window()));
        }
        if (one(4)) {
            b.spike(new SpikeRule(
                    random.nextDouble(), 1 + random.nextDouble(), one(2) ? Optional.empty() : Optional.of(window())));
        }
        if (one(3)) {
            b.readyStock(ReadyStock.covering(0.9)
                    .withLimits(
                            one(2) ? Double.POSITIVE_INFINITY : amount(), one(2) ? Double.POSITIVE_INFINITY : amount())
                    .withReuse(one(2)));
        }
        if (one(3)) {
            b.events(List.of(event(), event()));
        }
        return b;
    }

    private Pace pace() {
        List<Velocity.Step> steps = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            steps.add(new Velocity.Step(some(), positive()));
        }
        Velocity velocity = new Velocity(
                steps, one(8) ? Velocity.Select.DISABLED : pick(List.of(Velocity.Select.MAX, Velocity.Select.MIN)));
        return new Pace(
                one(2) ? 0 : random.nextDouble(),
                one(2) ? Duration.ZERO : window(),
                one(3) ? 4 * random.nextDouble() : 0,
                velocity);
    }

    private Duration positive() {
        return one(10) ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.ofMinutes(1 + random.nextInt(60));
    }

    private Amount some() {
        return one(2) ? Amount.percent(0.1 + random.nextInt(150)) : Amount.absolute(0.1 + amount());
    }

    private EventRule event() {
        return new EventRule(
                pick(EVENTS),
                one(2) ? 1 : one(9) ? 1e300 : 0.5 + random.nextDouble(),
                one(2) ? 0 : amount(),
                Duration.ofMinutes(random.nextInt(30)),
                Duration.ofMinutes(random.nextInt(30)));
    }

    private Recurrence holding() {
        ZoneId zone = pick(List.of(ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"), ZoneId.of("Pacific/Apia")));
        return pick(List.of(
                new Period(Instant.MIN, Instant.MAX),
                WeeklyHours.daily(zone, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                new CronHours("*/7 * * * *", Duration.ofMinutes(7), zone)));
    }

    private Recurrence other() {
        return WeeklyHours.daily(
                ZoneId.of("UTC"), LocalTime.of(random.nextInt(24), 0), LocalTime.of(random.nextInt(24), 0));
    }

    /** Up to three events around the moment of the decision. */
    List<CalendarEvent> calendar() {
        List<CalendarEvent> events = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant start = FuzzCase.NOW.plus(Duration.ofMinutes(random.nextInt(120) - 60));
            EventScope scope = pick(
                    List.of(EventScope.ALL, EventScope.of(Region.of("eu")), EventScope.of(RegionPair.of("eu", "us"))));
            events.add(new CalendarEvent(
                    pick(EVENTS),
                    start,
                    start.plusSeconds(1 + random.nextInt(7200)),
                    scope,
                    new EventEffect.Learned()));
        }
        return events;
    }
}
