package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.PredictionData;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A policy with all of an allocator that is made for it: one object, so that another policy takes its place at once and as a whole. Immutable
 * and thread-safe.
 */
final class PolicyInForce {
    private final AllocationPolicy policy;
    private final Observer observer;
    private final DecisionEngine engine;
    private final PartnerBalance balance;
    private final List<Location> owned;
    private final Crew crew;

    /** Fails if the allocator can't work by the policy. */
    PolicyInForce(AllocatorBuilder b, AllocationPolicy policy) {
        this.policy = AllocatorBuilder.required(policy, "policy");
        b.regions.forEach(policy::requireKnown);
        this.observer = new Observer(b, policy);
        this.engine = new DecisionEngine(policy);
        this.balance = new PartnerBalance(AllocatorBuilder.required(b.demandModel, "demand"), policy);
        this.owned = observer.owned();
        this.crew = b.crew();
    }

    AllocationPolicy policy() {
        return policy;
    }

    Observer observer() {
        return observer;
    }

    List<Location> owned() {
        return owned;
    }

    Decision decide(Situation situation, ChangeHistory history) {
        return engine.decide(situation, history, owned, crew);
    }

    /** The situation with its needs limited to what the other ends and the links can use. */
    Situation balanced(Situation situation, List<PredictionData> predictions, PartnerMemory memory) {
        return balance.balance(situation, predictions, memory);
    }

    /** All events that its rules may speak of now. */
    List<CalendarEvent> events(EventCalendar calendar, Instant now, Duration longestLead) {
        Memory memory = policy.memory();
        if (!memory.heedsEvents()) {
            return List.of();
        }
        Instant from = moved(now, memory.afterEvents(), false);
        Instant to = moved(moved(now, DecisionPass.ahead(longestLead, policy), true), memory.beforeEvents(), true);
        return List.copyOf(calendar.events(from, to));
    }

    private static Instant moved(Instant from, Duration by, boolean ahead) {
        try {
            return ahead ? from.plus(by) : from.minus(by);
        } catch (DateTimeException | ArithmeticException e) {
            return ahead ? Instant.MAX : Instant.MIN;
        }
    }
}
