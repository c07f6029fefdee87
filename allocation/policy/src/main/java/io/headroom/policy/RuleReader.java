package io.headroom.policy;

import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.MeasuredLeads;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.UtilisationTarget;
import io.headroom.allocation.rules.Velocity;
import java.time.Duration;
import java.util.List;

/** Reads the small values of {@code io.headroom.allocation.rules}. What is left out has its default. */
final class RuleReader {
    private RuleReader() {}

    static MeasuredLeads measuredLeads(Value value) {
        if (value.isNone()) {
            return MeasuredLeads.NONE;
        }
        Fields in = value.fields(RuleWriter.MEASURED_LEADS);
        return new MeasuredLeads(
                in.find("longest").map(Value::factor).orElse(MeasuredLeads.STANDARD.longest()),
                in.find("quantile").map(Value::probability).orElse(MeasuredLeads.STANDARD.quantile()));
    }

    static Pace pace(Value value) {
        if (value.isNone()) {
            return Pace.FREE;
        }
        Fields in = value.fields(RuleWriter.PACE);
        return new Pace(
                in.find("tolerance").map(Value::notNegative).orElse(0.0),
                in.find("stabilisation").map(Value::duration).orElse(Duration.ZERO),
                in.find("stabilisationLeads").map(Value::notNegative).orElse(0.0),
                in.find("velocity").map(RuleReader::velocity).orElse(Velocity.UNLIMITED));
    }

    private static Velocity velocity(Value value) {
        if (value.isNone()) {
            return Velocity.UNLIMITED;
        }
        Fields in = value.fields(RuleWriter.VELOCITY);
        return new Velocity(
                in.find("steps")
                        .map(steps ->
                                steps.list().stream().map(RuleReader::step).toList())
                        .orElse(List.of()),
                in.find("select").map(v -> v.word(Velocity.Select.class)).orElse(Velocity.Select.MAX));
    }

    private static Velocity.Step step(Value value) {
        Fields in = value.fields(RuleWriter.STEP);
        return new Velocity.Step(amount(value, in), in.get("period").positiveDuration());
    }

    /** Either an amount or a percentage. */
    private static Amount amount(Value value, Fields in) {
        if (in.has("amount") == in.has("percent")) {
            throw value.refused("must have either 'amount' or 'percent'", "one of them was forgotten, or is too much");
        }
        return in.has("amount")
                ? Amount.absolute(in.get("amount").positive())
                : Amount.percent(in.get("percent").positive());
    }

    static RemovalBudget removalBudget(Value value) {
        if (value.isNone()) {
            return RemovalBudget.NONE;
        }
        Fields in = value.fields(RuleWriter.REMOVAL_BUDGET);
        return new RemovalBudget(amount(value, in), in.get("window").positiveDuration());
    }

    static ReversalBudget reversalBudget(Value value) {
        if (value.isNone()) {
            return ReversalBudget.NONE;
        }
        Fields in = value.fields(RuleWriter.REVERSAL_BUDGET);
        return new ReversalBudget(in.get("reversals").count(), in.get("window").positiveDuration());
    }

    static Pause pause(Value value) {
        if (value.json().isObject()) {
            return Pause.at(value.fields(RuleWriter.PAUSE).get("at").notNegative());
        }
        return switch (value.word(PauseWord.class)) {
            case NONE -> Pause.NONE;
            case UP -> Pause.UP;
            case DOWN -> Pause.DOWN;
            case ALL -> Pause.ALL;
        };
    }

    static OutagePolicy outage(Value value) {
        Fields in = value.fields(RuleWriter.OUTAGE);
        return new OutagePolicy(
                in.get("behaviour").word(OutagePolicy.Behaviour.class),
                in.find("amount").map(Value::notNegative).orElse(0.0),
                in.find("failureThreshold").map(Value::count).orElse(1));
    }

    static UtilisationTarget utilisation(Value value) {
        if (value.isNone()) {
            return UtilisationTarget.NONE;
        }
        Fields in = value.fields(RuleWriter.UTILISATION);
        return new UtilisationTarget(
                in.get("target").share(),
                in.find("combine")
                        .map(v -> v.word(UtilisationTarget.Combine.class))
                        .orElse(UtilisationTarget.Combine.MAXIMUM));
    }

    static CapBreach capBreach(Value value) {
        Fields in = value.fields(RuleWriter.CAP_BREACH);
        return new CapBreach(
                in.get("behaviour").word(CapBreach.Behaviour.class),
                in.find("buffer").map(Value::percent).orElse(0.0),
                in.find("limit").map(Value::positiveLimit).orElse(Double.POSITIVE_INFINITY),
                in.find("expiry").map(Value::duration).orElse(Duration.ZERO));
    }

    static EventRule event(Value value) {
        Fields in = value.fields(RuleWriter.EVENT);
        return value.make(() -> new EventRule(
                in.get("event").text(),
                in.find("multiply").map(Value::positive).orElse(1.0),
                in.find("floor").map(Value::notNegative).orElse(0.0),
                in.find("before").map(Value::duration).orElse(Duration.ZERO),
                in.find("after").map(Value::duration).orElse(Duration.ZERO)));
    }
}
