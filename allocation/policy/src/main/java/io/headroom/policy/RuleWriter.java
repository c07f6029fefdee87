package io.headroom.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** Writes the small values of {@code io.headroom.allocation.rules}, and knows the fields that each has. */
final class RuleWriter {
    static final List<String> MEASURED_LEADS = List.of("longest", "quantile");
    static final List<String> PACE = List.of("tolerance", "stabilisation", "stabilisationLeads", "velocity");
    static final List<String> VELOCITY = List.of("select", "steps");
    static final List<String> STEP = List.of("amount", "percent", "period");
    static final List<String> REMOVAL_BUDGET = List.of("amount", "percent", "window");
    static final List<String> REVERSAL_BUDGET = List.of("reversals", "window");
    static final List<String> PAUSE = List.of("at");
    static final List<String> OUTAGE = List.of("behaviour", "amount", "failureThreshold");
    static final List<String> UTILISATION = List.of("target", "combine");
    static final List<String> CAP_BREACH = List.of("behaviour", "buffer", "limit", "expiry");
    static final List<String> EVENT = List.of("event", "multiply", "floor", "before", "after");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleWriter() {}

    static JsonNode none() {
        return JSON.textNode(Value.NONE);
    }

    /** A limit, or none. */
    static JsonNode limit(double value) {
        return value == Double.POSITIVE_INFINITY ? none() : JSON.numberNode(value);
    }

    static JsonNode number(double value) {
        return JSON.numberNode(value);
    }

    static JsonNode duration(Duration value) {
        return JSON.textNode(value.toString());
    }

    static JsonNode measuredLeads(MeasuredLeads leads) {
        return leads.isNone()
                ? none()
                : JSON.objectNode().put("longest", leads.longest()).put("quantile", leads.quantile());
    }

    static JsonNode pace(Pace pace) {
        if (pace.equals(Pace.FREE)) {
            return none();
        }
        ObjectNode out = JSON.objectNode();
        if (pace.tolerance() != 0) {
            out.put("tolerance", pace.tolerance());
        }
        if (!pace.stabilisation().isZero()) {
            out.put("stabilisation", pace.stabilisation().toString());
        }
        if (pace.stabilisationLeads() != 0) {
            out.put("stabilisationLeads", pace.stabilisationLeads());
        }
        if (!pace.velocity().equals(Velocity.UNLIMITED)) {
            out.set("velocity", velocity(pace.velocity()));
        }
        return out;
    }

    private static JsonNode velocity(Velocity velocity) {
        ObjectNode out = JSON.objectNode().put("select", Words.of(velocity.select()));
        if (!velocity.steps().isEmpty()) {
            ArrayNode steps = out.putArray("steps");
            velocity.steps()
                    .forEach(step -> amount(steps.addObject(), step.amount())
                            .put("period", step.period().toString()));
        }
        return out;
    }

    private static ObjectNode amount(ObjectNode out, Amount amount) {
        return out.put(amount.kind() == Amount.Kind.PERCENT ? "percent" : "amount", amount.value());
    }

    static JsonNode removalBudget(RemovalBudget budget) {
        return budget.isNone()
                ? none()
                : amount(JSON.objectNode(), budget.amount())
                        .put("window", budget.window().toString());
    }

    static JsonNode reversalBudget(ReversalBudget budget) {
        return budget.isNone()
                ? none()
                : JSON.objectNode()
                        .put("reversals", budget.reversals())
                        .put("window", budget.window().toString());
    }

    static JsonNode pause(Pause pause) {
        if (pause.at().isPresent()) {
            return JSON.objectNode().put("at", pause.at().getAsDouble());
        }
        PauseWord word = pause.up()
                ? (pause.down() ? PauseWord.ALL : PauseWord.UP)
                : (pause.down() ? PauseWord.DOWN : PauseWord.NONE);
        return JSON.textNode(Words.of(word));
    }

    static JsonNode outage(OutagePolicy outage) {
        ObjectNode out = JSON.objectNode().put("behaviour", Words.of(outage.behaviour()));
        if (outage.amount() != 0) {
            out.put("amount", outage.amount());
        }
        if (outage.failureThreshold() != 1) {
            out.put("failureThreshold", outage.failureThreshold());
        }
        return out;
    }

    static JsonNode utilisation(UtilisationTarget target) {
        return target.equals(UtilisationTarget.NONE)
                ? none()
                : JSON.objectNode().put("target", target.target()).put("combine", Words.of(target.combine()));
    }

    static JsonNode capBreach(CapBreach breach) {
        ObjectNode out = JSON.objectNode().put("behaviour", Words.of(breach.behaviour()));
        if (breach.buffer() != 0) {
            out.put("buffer", breach.buffer());
        }
        if (breach.limit() != Double.POSITIVE_INFINITY) {
            out.put("limit", breach.limit());
        }
        if (!breach.expiry().isZero()) {
            out.put("expiry", breach.expiry().toString());
        }
        return out;
    }

    static JsonNode events(List<EventRule> events) {
        ArrayNode list = JSON.arrayNode();
        for (EventRule rule : events) {
            ObjectNode out = list.addObject().put("event", rule.event());
            if (rule.multiply() != 1) {
                out.put("multiply", rule.multiply());
            }
            if (rule.floor() != 0) {
                out.put("floor", rule.floor());
            }
            if (!rule.before().isZero()) {
                out.put("before", rule.before().toString());
            }
            if (!rule.after().isZero()) {
                out.put("after", rule.after().toString());
            }
        }
        return list;
    }
}
