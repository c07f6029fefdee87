package io.headroom.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.Schedule;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Priority;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TransactionType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyFormatTest {
    private static final String GROUPS = """
            groups:
              - {name: vm, location: eu, kind: vm, perUnit: {compute: 4}}
            """;

    private static AllocationPolicy yaml(String text) {
        return PolicyFormat.YAML.read("version: 1\n" + text + GROUPS);
    }

    /** The message begins with the path, goes on with value and bound, and gives a hint. */
    private static void refused(String path, String bound, String text) {
        refusedAsItIs(path, bound, "version: 1\n" + text + GROUPS);
    }

    private static void refusedAsItIs(String path, String bound, String text) {
        PolicyException e = catchThrowableOfType(PolicyException.class, () -> PolicyFormat.YAML.read(text));
        assertThat(e).as(text).isNotNull();
        assertThat(e.getMessage()).startsWith(path).contains(bound).contains(System.lineSeparator() + "Maybe ");
        assertThat(e.path()).isEqualTo(path);
    }

    @Test
    void anEmptyPolicyIsTheStandardOne() {
        AllocationPolicy read = yaml("");
        assertThat(read)
                .isEqualTo(AllocationPolicy.builder()
                        .place(new NodeGroup("vm", Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(4)))
                        .build());
    }

    @Test
    void policiesSurviveTheRoundTripInBothFormats() {
        for (long seed = 0; seed < 500; seed++) {
            AllocationPolicy policy = RandomPolicies.policy(seed);
            for (PolicyFormat format : PolicyFormat.values()) {
                String text = format.write(policy);
                assertThat(format.read(text)).as("seed %s in %s", seed, text).isEqualTo(policy);
                assertThat(format.write(format.read(text))).as("seed %s", seed).isEqualTo(text);
            }
        }
    }

    @Test
    void everyJsonDocumentIsAYamlDocument() {
        for (long seed = 0; seed < 100; seed++) {
            AllocationPolicy policy = RandomPolicies.policy(seed);
            assertThat(PolicyFormat.YAML.read(PolicyFormat.JSON.write(policy))).isEqualTo(policy);
        }
    }

    @Test
    void aLocationSaysWhatDiffersFromTheStandard() {
        AllocationPolicy policy = yaml("""
                standard:
                  minimum: 3
                  maximum: 50
                  up: {tolerance: 0.1, stabilisation: PT5M}
                  schedules:
                    - {name: night, weekly: {zone: UTC, from: "22:00", to: "06:00"}, instead: {maximum: 5}}
                locations:
                  eu:
                    compute: {maximum: none, up: {tolerance: 0.2}}
                    storage: {schedules: [], up: none}
                """);
        ResourcePolicy compute = policy.resource(Region.of("eu"), Resource.COMPUTE);
        assertThat(compute.minimum()).isEqualTo(3);
        assertThat(compute.maximum()).isInfinite();
        assertThat(compute.rules().up()).as("as a whole").isEqualTo(Pace.FREE.withTolerance(0.2));
        assertThat(compute.schedules()).extracting(Schedule::name).containsExactly("night");
        ResourcePolicy storage = policy.resource(Region.of("eu"), Resource.STORAGE);
        assertThat(storage.schedules()).isEmpty();
        assertThat(storage.rules().up()).isEqualTo(Pace.FREE);
        assertThat(policy.resource(Region.of("eu"), Resource.BANDWIDTH)).isEqualTo(policy.standard());
    }

    @Test
    void aHostPlacesGroupsThatItKnowsFromElsewhere() {
        AllocationPolicyBuilder builder = PolicyFormat.YAML.builder("version: 1\nstandard: {minimum: 3}");
        AllocationPolicy policy = builder.place(
                        new NodeGroup("vm", Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(4)))
                .build();
        assertThat(policy.standard().minimum()).isEqualTo(3);
        refusedAsItIs("document", "placement of 0 node groups", "version: 1");
    }

    @Test
    void fieldsThatAreNotKnownAreRefused() {
        refused("intervall", "is not known", "intervall: PT1M\n");
        refused("standard.minimun", "'minimum' was meant", "standard: {minimun: 3}\n");
        refused(
                "standard.up.velocity.steps[0].periode",
                "is not known",
                "standard: {up: {velocity: {steps: [{amount: 1, periode: PT1M}]}}}\n");
        refused(
                "locations.eu.cpu",
                "'compute' was meant; the fields are compute, storage, bandwidth",
                "locations: {eu: {cpu: {}}}\n");
        refused(
                "standard.schedules[0].instead.schedules",
                "is not known",
                "standard: {schedules: [{name: x, period: {from: 2026-01-01T00:00:00Z, to: 2026-01-02T00:00:00Z}, instead: {schedules: []}}]}\n");
        refused("types.api.weight", "is not known", "types: {api: {weight: 3}}\n");
    }

    @Test
    void offersAndTheSpendingCapAreRead() {
        String priced = GROUPS.replace(
                "{compute: 4}}",
                "{compute: 4}, offer: {price: 0.2, changes: [{from: \"2026-04-01T00:00:00Z\", price: 0.3}],"
                        + " billing: spot, interruptionRisk: 0.05, minimumTerm: PT1M, quota: 40}}");
        AllocationPolicy policy = PolicyFormat.YAML.read("version: 1\nspending: {perHour: 12.5}\n" + priced);
        NodeGroup group = new NodeGroup("vm", Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(4));
        assertThat(policy.offers().get(group))
                .isEqualTo(Offer.builder(group, 0.2)
                        .priceFrom(Instant.parse("2026-04-01T00:00:00Z"), 0.3)
                        .spot(0.05)
                        .minimumTerm(Duration.ofMinutes(1))
                        .quota(40)
                        .build());
        assertThat(policy.spending()).isEqualTo(Spending.FREE.withCap(12.5));
        refused("document", "must have offers that it counts", "spending: {perHour: 1}\n");
        refused("spending.spotShare", "must lie in [0, 1]", "spending: {spotShare: 50}\n");
        refusedAsItIs("groups[0].offer.price", "is missing", "version: 1\n" + priced.replace("price: 0.2, ", ""));
        refusedAsItIs("groups[0].offer.billing", "onDemand", "version: 1\n" + priced.replace("spot,", "hourly,"));
        refusedAsItIs("groups[0].offer.quota", "whole number", "version: 1\n" + priced.replace("40", "0.4"));
        refusedAsItIs(
                "document",
                "must have an offer, as others there do",
                "version: 1\n" + priced + "  - {name: free, location: eu, kind: vm, perUnit: {compute: 1}}\n");
    }

    @Test
    void theVersionIsRequired() {
        refusedAsItIs("version", "is missing", "mode: act\n" + GROUPS);
        refusedAsItIs("version", "must be 1", "version: 2\nsomething: new\n" + GROUPS);
        refusedAsItIs("version", "must be 1", "version: \"1\"\n" + GROUPS);
    }

    @Test
    void valuesOutsideTheirRangeAreRefusedWithTheirPath() {
        refused("standard.quantile", "99 must lie strictly between 0 and 1", "standard: {quantile: 99}\n");
        refused("standard.minimum", "\"3\" must be a number of 0 or more", "standard: {minimum: \"3\"}\n");
        refused("standard.maximum", "-3 must be", "standard: {maximum: -3}\n");
        refused("standard.maximum", "must be a number", "standard: {maximum: 1e999}\n");
        refused("document", "Malformed numeric value", "standard: {minimum: .nan}\n");
        refused("standard.threshold", "null must be", "standard: {threshold: null}\n");
        refused("standard.stepUp", "0 must be a number above 0", "standard: {stepUp: 0}\n");
        refused("standard.targetUtilisation", "70 must lie in (0, 1]", "standard: {targetUtilisation: 70}\n");
        refused("leadTime", "\"5m\" must be a duration such as \"PT5M\"", "leadTime: 5m\n");
        refused("interval", "must be a duration above 0", "interval: PT0S\n");
        refused("staleAfter", "300 must be a duration", "staleAfter: 300\n");
        refused("mode", "must be one of act, shadow", "mode: Shadow\n");
        refused("standard.pause", "must be one of none, up, down, all", "standard: {pause: true}\n");
        refused("standard.pause.at", "is missing", "standard: {pause: {}}\n");
        refused(
                "standard.outage.behaviour",
                "'currentReplicas' was meant",
                "standard: {outage: {behaviour: current}}\n");
        refused(
                "standard.outage.failureThreshold",
                "1.5 must be a whole number",
                "standard: {outage: {behaviour: hold, failureThreshold: 1.5}}\n");
        refused(
                "standard.capBreach.buffer",
                "must lie in [0, 100]",
                "standard: {capBreach: {behaviour: increaseMaxCapacity, buffer: 120}}\n");
        refused(
                "standard.removalBudget",
                "either 'amount' or 'percent'",
                "standard: {removalBudget: {amount: 1, percent: 2, window: PT1M}}\n");
        refused("standard.removalBudget.window", "is missing", "standard: {removalBudget: {amount: 1}}\n");
        refused("standard.up", "[...] must be an object", "standard: {up: []}\n");
        refused("standard.events", "must be a list", "standard: {events: sale}\n");
        refused("standard.events[1].event", "is missing", "standard: {events: [{event: a}, {floor: 2}]}\n");
        refusedAsItIs(
                "groups[0].kind", "must be one of vm, ", "version: 1\n" + GROUPS.replace("kind: vm", "kind: pod"));
        refusedAsItIs("groups[0].location", "region 'a/b'", "version: 1\n" + GROUPS.replace(": eu", ": a/b"));
        refusedAsItIs("groups[0]", "must bring some resource", "version: 1\n" + GROUPS.replace("4", "0"));
    }

    @Test
    void whatThePolicyRefusesIsToldWithItsPath() {
        refused(
                "standard",
                "standard: minimum 5.0 must not exceed the maximum 3.0",
                "standard: {minimum: 5, maximum: 3}\n");
        refused("document", "policy of us must be for a location with node groups", "locations: {us: {compute: {}}}\n");
        refused("locations.a/b", "region 'a/b'", "locations: {a/b: {compute: {}}}\n");
        refused(
                "standard.schedules[0].cron",
                "cron expression '* * * *'",
                schedule("cron: {expression: '* * * *', duration: PT1H, zone: UTC}"));
        refused(
                "standard.schedules[0].cron.zone",
                "must be a time zone",
                schedule("cron: {expression: '* * * * *', duration: PT1H, zone: Berlin}"));
        refused(
                "standard.schedules[0].weekly.days[0]",
                "must be one of monday, ",
                schedule("weekly: {zone: UTC, days: [mon], from: '08:00', to: '09:00'}"));
        refused(
                "standard.schedules[0].weekly.from",
                "must be a time of day",
                schedule("weekly: {zone: UTC, from: '8:00', to: '09:00'}"));
        refused(
                "standard.schedules[0].period",
                "must end after it starts",
                schedule("period: {from: 2026-01-02T00:00:00Z, to: 2026-01-01T00:00:00Z}"));
        refused(
                "standard.schedules[0]",
                "must have one of 'weekly', 'cron' and 'period'",
                schedule("weekly: {}, cron: {}"));
        refused(
                "standard",
                "minimum 7.0 while schedule 's' holds",
                "standard: {maximum: 5, schedules: [{name: s, weekly: {zone: UTC, from: '08:00', to: '09:00'}, instead: {minimum: 7}}]}\n");
        refused("types.a>b", "transaction type 'a>b'", "types: {a>b: {}}\n");
    }

    private static String schedule(String when) {
        return "standard: {schedules: [{name: s, " + when + ", instead: {minimum: 1}}]}\n";
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        for (PolicyFormat format : PolicyFormat.values()) {
            for (String text : List.of(
                    "",
                    "   ",
                    "7",
                    "[]",
                    "\"text\"",
                    "null",
                    "{",
                    "{\"version\": 1}}",
                    "{\"a\": 1, \"a\": 2}",
                    "{\"version\": 1, \"version\": 1}",
                    "\u0000")) {
                PolicyException e = catchThrowableOfType(PolicyException.class, () -> format.read(text));
                assertThat(e).as("%s: %s", format, text).isNotNull();
                assertThat(e.getMessage()).contains("Maybe ");
            }
        }
        PolicyException e = catchThrowableOfType(
                PolicyException.class, () -> PolicyFormat.JSON.read("{\"version\": 1,\n \"mode\" \"act\"}"));
        assertThat(e.getMessage()).startsWith("document (line 2, column ").contains("must be JSON");
        refusedAsItIs("document", "must be YAML", "version: 1\nversion: 1\n");
        refusedAsItIs("document", "must be YAML", "version: 1\n---\nversion: 1\n");
    }

    @Test
    void aDocumentThatWasCutOffIsRefusedAtEveryLength() {
        String whole = PolicyFormat.JSON.write(RandomPolicies.policy(3));
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThat(catchThrowableOfType(PolicyException.class, () -> PolicyFormat.JSON.read(cut)))
                    .as(cut)
                    .isNotNull();
        }
    }

    @Test
    void aFileNameTellsTheFormat() {
        assertThat(PolicyFormat.of(Path.of("x", "a.yml"))).isEqualTo(PolicyFormat.YAML);
        assertThat(PolicyFormat.of(Path.of("a.YAML"))).isEqualTo(PolicyFormat.YAML);
        assertThat(PolicyFormat.of(Path.of("a.b.json"))).isEqualTo(PolicyFormat.JSON);
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> PolicyFormat.of(Path.of("a.toml"))))
                .hasMessageContaining("a.toml");
    }

    @Test
    void examplesSayWhatTheyMean() {
        AllocationPolicy keda = Examples.format("keda.yaml").read(Examples.text("keda.yaml"));
        assertThat(keda.standard().rules().outage().failureThreshold()).isEqualTo(3);
        assertThat(keda.standard().schedules()).hasSize(1);
        AllocationPolicy headroom = Examples.format("headroom.yaml").read(Examples.text("headroom.yaml"));
        assertThat(headroom.type(TransactionType.of("replication")).priority()).isEqualTo(Priority.BACKGROUND);
        assertThat(headroom.leadTime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(headroom.resource(Region.of("eu-west"), Resource.COMPUTE)
                        .rules()
                        .removal())
                .as("from the standard")
                .isEqualTo(headroom.standard().rules().removal());
        for (String name : Examples.NAMES) {
            AllocationPolicy policy = Examples.format(name).read(Examples.text(name));
            for (PolicyFormat format : PolicyFormat.values()) {
                assertThat(format.read(format.write(policy))).as(name).isEqualTo(policy);
            }
        }
    }
}
