package io.headroom.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.Sizing;
import io.headroom.allocation.TypePolicy;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.allocation.rules.Priority;
import io.headroom.allocation.rules.Watch;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TransactionType;
import java.util.List;
import java.util.Optional;

/** A whole document, as a tree. */
final class PolicyCodec {
    static final int VERSION = 1;
    static final List<String> ROOT = List.of(
            "version",
            "description",
            "mode",
            "leadTime",
            "measuredLeads",
            "interval",
            "staleAfter",
            "watch",
            "standard",
            "locations",
            "types",
            "groups",
            "spending");
    static final List<String> GROUP = List.of("name", "location", "kind", "perUnit", "offer");
    static final List<String> TYPE =
            List.of("priority", "quantile", "targetUtilisation", "violationCost", "violationRatio");
    static final List<String> RESOURCES = Words.all(Resource.class);

    private PolicyCodec() {}

    /** Whether a policy acts. */
    enum Mode {
        ACT,
        SHADOW
    }

    static AllocationPolicyBuilder read(JsonNode json) {
        Value root = new Value("", json);
        if (!json.isObject()) {
            throw new Value("document", json).refused("must be an object", "another file was meant");
        }
        Fields in = root.fields();
        Value version = in.get("version");
        if (!version.json().isInt() || version.json().intValue() != VERSION) {
            throw version.refused("must be " + VERSION, "a newer release wrote it");
        }
        in.only(ROOT);
        in.find("description").ifPresent(Value::text);
        AllocationPolicyBuilder policy = AllocationPolicy.builder();
        in.find("mode").ifPresent(v -> policy.shadow(v.word(Mode.class) == Mode.SHADOW));
        in.find("leadTime").ifPresent(v -> policy.leadTime(v.duration()));
        in.find("measuredLeads").ifPresent(v -> policy.measuredLeads(RuleReader.measuredLeads(v)));
        in.find("interval").ifPresent(v -> policy.interval(v.positiveDuration()));
        in.find("staleAfter").ifPresent(v -> policy.staleAfter(v.positiveDuration()));
        in.find("watch").ifPresent(v -> policy.watch(StockCodec.watch(v)));
        ResourcePolicy standard = in.find("standard")
                .map(v -> ResourceCodec.read(v, ResourcePolicy.builder().build()))
                .orElseGet(() -> ResourcePolicy.builder().build());
        policy.standard(standard);
        in.find("locations")
                .ifPresent(all -> all.fields().forEach((key, here) -> {
                    Location location = here.make(() -> Location.parse(key));
                    Fields resources = here.fields(RESOURCES);
                    for (Resource resource : Resource.values()) {
                        resources
                                .find(Words.of(resource))
                                .ifPresent(rules ->
                                        policy.resource(location, resource, ResourceCodec.read(rules, standard)));
                    }
                }));
        in.find("types")
                .ifPresent(all -> all.fields().forEach((key, type) -> {
                    TransactionType of = type.make(() -> TransactionType.of(key));
                    policy.type(of, type(type));
                }));
        in.find("groups").ifPresent(list -> list.list().forEach(group -> place(group, policy)));
        in.find("spending").ifPresent(v -> policy.spending(OfferCodec.spending(v)));
        return policy;
    }

    private static TypePolicy type(Value value) {
        Fields in = value.fields(TYPE);
        boolean sized = TYPE.stream().anyMatch(field -> !field.equals("priority") && in.has(field));
        Sizing standard = ResourcePolicy.builder().build().sizing();
        return new TypePolicy(
                in.find("priority").map(v -> v.word(Priority.class)).orElse(TypePolicy.STANDARD.priority()),
                !sized
                        ? Optional.empty()
                        : Optional.of(new Sizing(
                                in.find("quantile").map(Value::probability).orElse(standard.quantile()),
                                in.find("targetUtilisation").map(Value::share).orElse(standard.targetUtilisation()),
                                in.find("violationCost").map(Value::notNegative).orElse(standard.violationCost()),
                                in.find("violationRatio")
                                        .map(Value::notNegative)
                                        .orElse(standard.violationRatio()))));
    }

    private static void place(Value value, AllocationPolicyBuilder policy) {
        NodeGroup group = group(value);
        value.fields()
                .find("offer")
                .ifPresentOrElse(v -> policy.place(OfferCodec.offer(v, group)), () -> policy.place(group));
    }

    private static NodeGroup group(Value value) {
        Fields in = value.fields(GROUP);
        Fields unit = in.get("perUnit").fields(RESOURCES);
        Location location =
                in.get("location").make(() -> Location.parse(in.get("location").text()));
        return value.make(() -> new NodeGroup(
                in.get("name").text(),
                location,
                in.get("kind").word(NodeGroup.Kind.class),
                new Resources(
                        unit.find("compute").map(Value::notNegative).orElse(0.0),
                        unit.find("storage").map(Value::notNegative).orElse(0.0),
                        unit.find("bandwidth").map(Value::notNegative).orElse(0.0))));
    }

    static ObjectNode write(AllocationPolicy policy) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("version", VERSION)
                .put("mode", Words.of(policy.shadow() ? Mode.SHADOW : Mode.ACT))
                .put("leadTime", policy.leadTime().toString())
                .put("interval", policy.interval().toString())
                .put("staleAfter", policy.staleAfter().toString());
        out.set("measuredLeads", RuleWriter.measuredLeads(policy.measuredLeads()));
        if (!policy.watch().equals(Watch.HOST)) {
            out.set("watch", StockCodec.write(policy.watch()));
        }
        out.set(
                "standard",
                ResourceCodec.write(policy.standard(), ResourcePolicy.builder().build()));
        if (!policy.special().isEmpty()) {
            ObjectNode locations = out.putObject("locations");
            policy.special().forEach((location, byResource) -> {
                ObjectNode here = locations.putObject(location.key());
                for (Resource resource : Resource.values()) {
                    if (byResource.containsKey(resource)) {
                        here.set(
                                Words.of(resource),
                                ResourceCodec.write(policy.resource(location, resource), policy.standard()));
                    }
                }
            });
        }
        if (!policy.types().isEmpty()) {
            ObjectNode types = out.putObject("types");
            policy.types().forEach((type, rules) -> write(rules, types.putObject(type.name())));
        }
        ArrayNode groups = out.putArray("groups");
        policy.placement()
                .values()
                .forEach(list -> list.forEach(group -> {
                    ObjectNode one = groups.addObject();
                    write(group, one);
                    Offer offer = policy.offers().get(group);
                    if (offer != null) {
                        one.set("offer", OfferCodec.write(offer));
                    }
                }));
        if (!policy.spending().equals(Spending.FREE)) {
            out.set("spending", OfferCodec.write(policy.spending()));
        }
        return out;
    }

    private static void write(TypePolicy type, ObjectNode out) {
        out.put("priority", Words.of(type.priority()));
        type.sizing()
                .ifPresent(sizing -> out.put("quantile", sizing.quantile())
                        .put("targetUtilisation", sizing.targetUtilisation())
                        .put("violationCost", sizing.violationCost())
                        .put("violationRatio", sizing.violationRatio()));
    }

    private static void write(NodeGroup group, ObjectNode out) {
        out.put("name", group.name()).put("location", group.location().key()).put("kind", Words.of(group.kind()));
        ObjectNode unit = out.putObject("perUnit");
        for (Resource resource : Resource.values()) {
            if (group.perUnit().get(resource) > 0) {
                unit.put(Words.of(resource), group.perUnit().get(resource));
            }
        }
    }
}
