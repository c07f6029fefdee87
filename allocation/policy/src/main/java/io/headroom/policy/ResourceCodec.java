package io.headroom.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.allocation.PolicyField;
import io.headroom.allocation.PolicyOverride;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.allocation.rules.Retention;
import java.util.ArrayList;
import java.util.List;

/** What a document says of a resource: what differs from a base, field by field; a nested object replaces the base's as a whole. */
final class ResourceCodec {
    static final String SCHEDULES = "schedules";

    /** The fields of an object that may have no schedules of its own. */
    static final List<String> SETTINGS = Words.all(PolicyField.class);

    static final List<String> FIELDS = fields();

    private ResourceCodec() {}

    private static List<String> fields() {
        List<String> fields = new ArrayList<>(SETTINGS);
        fields.add(SCHEDULES);
        return List.copyOf(fields);
    }

    /** A base with what an object says instead. */
    static ResourcePolicy read(Value value, ResourcePolicy base) {
        Fields in = value.fields(FIELDS);
        ResourcePolicyBuilder builder = base.toBuilder();
        settings(in, builder);
        in.find(SCHEDULES)
                .ifPresent(list -> builder.schedules(
                        list.list().stream().map(ScheduleCodec::read).toList()));
        return value.make(builder::build);
    }

    static PolicyOverride readOverride(Value value) {
        ResourcePolicyBuilder builder = ResourcePolicy.builder();
        settings(value.fields(SETTINGS), builder);
        return value.make(builder::overrides);
    }

    private static void settings(Fields in, ResourcePolicyBuilder to) {
        for (PolicyField field : PolicyField.values()) {
            in.find(Words.of(field)).ifPresent(value -> read(field, value, to));
        }
    }

    private static void read(PolicyField field, Value value, ResourcePolicyBuilder to) {
        ResourcePolicyBuilder read = switch (field) {
            case QUANTILE -> to.quantile(value.probability());
            case VIOLATION_COST -> to.violationCost(value.notNegative());
            case VIOLATION_RATIO -> to.violationRatio(value.notNegative());
            case TARGET_UTILISATION -> to.targetUtilisation(value.share());
            case THRESHOLD -> to.threshold(value.notNegative());
            case MINIMUM -> to.minimum(value.notNegative());
            case MAXIMUM -> to.maximum(value.limit());
            case STEP_UP -> to.stepUp(value.positiveLimit());
            case STEP_DOWN -> to.stepDown(value.positiveLimit());
            case UP_COOLDOWN -> to.upCooldown(value.duration());
            case DOWN_COOLDOWN -> to.downCooldown(value.duration());
            case WARM -> to.warm(value.notNegative());
            case UP -> to.up(RuleReader.pace(value));
            case DOWN -> to.down(RuleReader.pace(value));
            case REMOVAL_BUDGET -> to.removalBudget(RuleReader.removalBudget(value));
            case REVERSAL_BUDGET -> to.reversalBudget(RuleReader.reversalBudget(value));
            case PAUSE -> to.pause(RuleReader.pause(value));
            case OUTAGE -> to.outage(RuleReader.outage(value));
            case UTILISATION -> to.utilisation(RuleReader.utilisation(value));
            case CAP_BREACH -> to.capBreach(RuleReader.capBreach(value));
            case EVENTS ->
                to.events(value.list().stream().map(RuleReader::event).toList());
            case RETENTION -> to.retention(new Retention(value.duration()));
            case READY_STOCK -> to.readyStock(StockCodec.readyStock(value));
            case SPIKE -> to.spike(StockCodec.spike(value));
        };
        assert read == to;
    }

    private static JsonNode write(PolicyField field, ResourcePolicy policy) {
        return switch (field) {
            case QUANTILE -> RuleWriter.number(policy.sizing().quantile());
            case VIOLATION_COST -> RuleWriter.number(policy.sizing().violationCost());
            case VIOLATION_RATIO -> RuleWriter.number(policy.sizing().violationRatio());
            case TARGET_UTILISATION -> RuleWriter.number(policy.sizing().targetUtilisation());
            case THRESHOLD -> RuleWriter.number(policy.threshold());
            case MINIMUM -> RuleWriter.number(policy.minimum());
            case MAXIMUM -> RuleWriter.limit(policy.maximum());
            case STEP_UP -> RuleWriter.limit(policy.stepUp());
            case STEP_DOWN -> RuleWriter.limit(policy.stepDown());
            case UP_COOLDOWN -> RuleWriter.duration(policy.upCooldown());
            case DOWN_COOLDOWN -> RuleWriter.duration(policy.downCooldown());
            case WARM -> RuleWriter.number(policy.warm());
            case UP -> RuleWriter.pace(policy.rules().up());
            case DOWN -> RuleWriter.pace(policy.rules().down());
            case REMOVAL_BUDGET -> RuleWriter.removalBudget(policy.rules().removal());
            case REVERSAL_BUDGET -> RuleWriter.reversalBudget(policy.rules().reversals());
            case PAUSE -> RuleWriter.pause(policy.rules().pause());
            case OUTAGE -> RuleWriter.outage(policy.rules().outage());
            case UTILISATION -> RuleWriter.utilisation(policy.rules().utilisation());
            case CAP_BREACH -> RuleWriter.capBreach(policy.rules().capBreach());
            case EVENTS -> RuleWriter.events(policy.rules().events());
            case RETENTION -> RuleWriter.duration(policy.rules().retention().window());
            case READY_STOCK -> StockCodec.write(policy.rules().readyStock());
            case SPIKE -> StockCodec.write(policy.rules().spike());
        };
    }

    /** Writes what differs from a base. */
    static ObjectNode write(ResourcePolicy policy, ResourcePolicy base) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        for (PolicyField field : PolicyField.values()) {
            JsonNode own = write(field, policy);
            if (!own.equals(write(field, base))) {
                out.set(Words.of(field), own);
            }
        }
        if (!policy.schedules().equals(base.schedules())) {
            out.set(SCHEDULES, ScheduleCodec.write(policy.schedules()));
        }
        return out;
    }

    static ObjectNode write(PolicyOverride override) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        override.fields().forEach(field -> out.set(Words.of(field), write(field, override.values())));
        return out;
    }
}
