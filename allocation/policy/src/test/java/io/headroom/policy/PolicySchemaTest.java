package io.headroom.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Priority;
import io.headroom.allocation.rules.UtilisationTarget;
import io.headroom.allocation.rules.Velocity;
import io.headroom.core.NodeGroup;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published schema and the reader say the same. */
class PolicySchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(PolicyFormat.schema(), InputFormat.JSON);

    private static JsonNode schema() throws JsonProcessingException {
        return JSON.readTree(PolicyFormat.schema());
    }

    private static List<Error> errors(JsonNode document) {
        return SCHEMA.validate(document);
    }

    @Test
    void theSchemaIsADraft202012Schema() throws JsonProcessingException {
        assertThat(schema().get("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        Schema meta = REGISTRY.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(schema())).isEmpty();
    }

    @Test
    void everyExampleAndEveryPolicyThatIsWrittenIsValid() throws JsonProcessingException {
        for (String name : Examples.NAMES) {
            ObjectMapper mapper = Examples.format(name) == PolicyFormat.JSON ? JSON : new YAMLMapper();
            assertThat(errors(mapper.readTree(Examples.text(name)))).as(name).isEmpty();
        }
        for (long seed = 0; seed < 500; seed++) {
            JsonNode document = PolicyCodec.write(RandomPolicies.policy(seed));
            assertThat(errors(document)).as("seed %s: %s", seed, document).isEmpty();
        }
    }

    private static List<String> properties(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void same(JsonNode object, List<String> fields) {
        assertThat(properties(object)).containsExactlyInAnyOrderElementsOf(fields);
        assertThat(object.get("additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void everyObjectHasTheFieldsThatTheReaderKnows() throws JsonProcessingException {
        JsonNode root = schema();
        JsonNode defs = root.get("$defs");
        same(root, PolicyCodec.ROOT);
        same(defs.get("location"), PolicyCodec.RESOURCES);
        same(defs.get("type"), PolicyCodec.TYPE);
        same(defs.get("group"), PolicyCodec.GROUP);
        same(defs.get("group").at("/properties/perUnit"), PolicyCodec.RESOURCES);
        same(defs.get("resource"), ResourceCodec.FIELDS);
        same(defs.get("settings"), ResourceCodec.SETTINGS);
        same(defs.get("schedule"), ScheduleCodec.SCHEDULE);
        same(defs.get("weekly"), ScheduleCodec.WEEKLY);
        same(defs.get("cron"), ScheduleCodec.CRON);
        same(defs.get("period"), ScheduleCodec.PERIOD);
        same(defs.get("measuredLeads"), RuleWriter.MEASURED_LEADS);
        same(defs.get("pace"), RuleWriter.PACE);
        same(defs.get("velocity"), RuleWriter.VELOCITY);
        same(defs.get("step"), RuleWriter.STEP);
        same(defs.get("removalBudget"), RuleWriter.REMOVAL_BUDGET);
        same(defs.get("reversalBudget"), RuleWriter.REVERSAL_BUDGET);
        same(defs.at("/pause/anyOf/1"), RuleWriter.PAUSE);
        same(defs.get("outage"), RuleWriter.OUTAGE);
        same(defs.get("utilisation"), RuleWriter.UTILISATION);
        same(defs.get("capBreach"), RuleWriter.CAP_BREACH);
        same(defs.get("event"), RuleWriter.EVENT);
        same(defs.get("readyStock"), StockCodec.READY_STOCK);
        same(defs.get("spike"), StockCodec.SPIKE);
        same(defs.get("watch"), StockCodec.WATCH);
        same(defs.get("offer"), OfferCodec.OFFER);
        same(defs.get("priceChange"), OfferCodec.CHANGE);
        same(defs.get("spending"), OfferCodec.SPENDING);
    }

    private static void words(JsonNode field, List<String> words) {
        List<String> listed = new ArrayList<>();
        field.get("enum").forEach(word -> listed.add(word.textValue()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(words);
    }

    private static void pattern(JsonNode field, Pattern pattern) {
        assertThat(field.get("pattern").textValue()).isEqualTo(pattern.pattern());
    }

    @Test
    void everyWordAndFormIsTheReaders() throws JsonProcessingException {
        JsonNode root = schema();
        JsonNode defs = root.get("$defs");
        words(root.at("/properties/mode"), Words.all(PolicyCodec.Mode.class));
        words(defs.at("/type/properties/priority"), Words.all(Priority.class));
        words(defs.at("/group/properties/kind"), Words.all(NodeGroup.Kind.class));
        words(defs.at("/velocity/properties/select"), Words.all(Velocity.Select.class));
        words(defs.at("/pause/anyOf/0"), Words.all(PauseWord.class));
        words(defs.at("/outage/properties/behaviour"), Words.all(OutagePolicy.Behaviour.class));
        words(defs.at("/capBreach/properties/behaviour"), Words.all(CapBreach.Behaviour.class));
        words(defs.at("/utilisation/properties/combine"), Words.all(UtilisationTarget.Combine.class));
        words(defs.at("/offer/properties/billing"), Words.all(OfferCodec.BillingWord.class));
        words(defs.at("/weekly/properties/days/items"), Words.all(DayOfWeek.class));
        pattern(defs.get("duration"), Value.DURATION);
        pattern(defs.at("/positiveDuration/allOf/0"), Value.DURATION);
        pattern(defs.get("instant"), Value.INSTANT);
        pattern(defs.get("timeOfDay"), Value.TIME_OF_DAY);
    }

    /** Values of every kind, good in one place and bad in another. */
    private static final List<JsonNode> VALUES = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.numberNode(0),
            JsonNodeFactory.instance.numberNode(-1),
            JsonNodeFactory.instance.numberNode(1),
            JsonNodeFactory.instance.numberNode(0.5),
            JsonNodeFactory.instance.numberNode(101),
            JsonNodeFactory.instance.numberNode(3_000_000_000L),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.textNode(""),
            JsonNodeFactory.instance.textNode(" "),
            JsonNodeFactory.instance.textNode("none"),
            JsonNodeFactory.instance.textNode("up"),
            JsonNodeFactory.instance.textNode("max"),
            JsonNodeFactory.instance.textNode("monday"),
            JsonNodeFactory.instance.textNode("PT5M"),
            JsonNodeFactory.instance.textNode("PT0S"),
            JsonNodeFactory.instance.textNode("P1DT"),
            JsonNodeFactory.instance.textNode("-PT5M"),
            JsonNodeFactory.instance.textNode("pt5m"),
            JsonNodeFactory.instance.textNode("08:30"),
            JsonNodeFactory.instance.textNode("24:00"),
            JsonNodeFactory.instance.textNode("2026-01-31T12:00:00Z"),
            JsonNodeFactory.instance.textNode("UTC"),
            JsonNodeFactory.instance.textNode("0 8 * * *"),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode(),
            JsonNodeFactory.instance.arrayNode().add(1),
            JsonNodeFactory.instance.objectNode().put("at", 3),
            JsonNodeFactory.instance.objectNode().put("unknown", 3));

    private static List<JsonNode> containers(JsonNode of) {
        List<JsonNode> all = new ArrayList<>();
        if (of.isContainerNode() && !of.isEmpty()) {
            all.add(of);
        }
        of.forEach(child -> all.addAll(containers(child)));
        return all;
    }

    /** One change somewhere: a value replaced, removed or added. */
    private static void mutate(JsonNode document, SplittableRandom random) {
        List<JsonNode> all = containers(document);
        JsonNode parent = all.get(random.nextInt(all.size()));
        JsonNode value = VALUES.get(random.nextInt(VALUES.size())).deepCopy();
        int at = random.nextInt(parent.size());
        if (parent instanceof ArrayNode array) {
            array.set(at, value);
            return;
        }
        ObjectNode object = (ObjectNode) parent;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(names.get(at));
            case 1 -> object.set("unknown", value);
            default -> object.set(names.get(at), value);
        }
    }

    @Test
    void theReaderRefusesWhatTheSchemaRefusesAndLittleElse() {
        int refusedByBoth = 0;
        int refusedByReader = 0;
        int accepted = 0;
        for (long seed = 0; seed < 6_000; seed++) {
            JsonNode document = PolicyCodec.write(RandomPolicies.policy(seed % 300));
            mutate(document, new SplittableRandom(seed));
            boolean valid = errors(document).isEmpty();
            String refusal = refusal(document);
            assertThat(valid || !refusal.isEmpty())
                    .as("seed %s: only the schema refuses %s because %s", seed, document, errors(document))
                    .isTrue();
            refusedByBoth += valid ? 0 : 1;
            refusedByReader += valid && !refusal.isEmpty() ? 1 : 0;
            accepted += refusal.isEmpty() ? 1 : 0;
            if (valid && !refusal.isEmpty()) {
                assertThat(refusal)
                        .as("seed %s: only the reader refuses %s", seed, document)
                        .containsPattern(BETWEEN_FIELDS);
            }
        }
        assertThat(refusedByBoth).isGreaterThan(2_000);
        assertThat(accepted).isGreaterThan(500);
        assertThat(refusedByReader).isGreaterThan(10);
    }

    /** What a schema has no words for: what holds between fields, and what only a parser of zones, names, cron or dates knows. */
    private static final Pattern BETWEEN_FIELDS = Pattern.compile("must not exceed the maximum|must end after it starts"
            + "|must have a name of its own|node groups|must bring some resource|must hold both directions|time zone"
            + "|must have an offer|no spot offer|must have offers|reserved offer|must lie in \\[PT0S|must not exceed 1"
            + "|cron expression|cron duration|must not contain|no blanks|name '|region '|an instant such as");

    private static String refusal(JsonNode document) {
        try {
            PolicyFormat.JSON.read(document.toString());
            return "";
        } catch (PolicyException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
