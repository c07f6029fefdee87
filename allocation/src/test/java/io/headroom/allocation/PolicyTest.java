package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.fours;
import static io.headroom.allocation.Fixtures.group;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PolicyTest {
    /** The message must name the value and the bound, and its second line must begin with "Maybe". */
    static void refused(String value, String bound, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        List<String> lines = message.lines().toList();
        assertTrue(lines.get(0).contains(value), value + " in: " + message);
        assertTrue(lines.get(0).contains(bound), bound + " in: " + message);
        assertTrue(lines.get(1).startsWith("Maybe "), message);
    }

    private static ResourcePolicyBuilder rules() {
        return ResourcePolicy.builder();
    }

    @Test
    void aMinimumAboveTheMaximumIsRefused() {
        refused(
                "minimum 5.0",
                "maximum 3.0",
                () -> rules().minimum(5).maximum(3).build());
        refused("minimum 0.0", "maximum NaN", () -> rules().maximum(Double.NaN).build());
        assertEquals(5, rules().minimum(5).maximum(5).build().maximum());
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        refused("threshold -1.0", "0 or more", () -> rules().threshold(-1).build());
        refused("minimum Infinity", "finite", () -> rules().minimum(1 / 0.0).build());
        refused("warm amount NaN", "finite", () -> rules().warm(Double.NaN).build());
        refused("step up 0.0", "above 0", () -> rules().stepUp(0).build());
        refused("step down NaN", "above 0", () -> rules().stepDown(Double.NaN).build());
        refused("quantile 99.0", "between 0 and 1", () -> rules().quantile(99).build());
        refused(
                "target utilisation 70.0",
                "(0, 1]",
                () -> rules().targetUtilisation(70).build());
        refused(
                "target utilisation 0.0",
                "(0, 1]",
                () -> rules().targetUtilisation(0).build());
        refused(
                "up cooldown PT-1S",
                "0 or more",
                () -> rules().upCooldown(Duration.ofSeconds(-1)).build());
        refused(
                "down cooldown PT-1S",
                "0 or more",
                () -> rules().downCooldown(Duration.ofSeconds(-1)).build());
    }

    @Test
    void timesOutsideTheirRangeAreRefused() {
        refused(
                "lead time PT-1S",
                "0 or more",
                () -> builder().leadTime(Duration.ofSeconds(-1)).build());
        refused(
                "interval PT0S",
                "longer than zero",
                () -> builder().interval(Duration.ZERO).build());
        refused(
                "stale after PT0S",
                "longer than zero",
                () -> builder().staleAfter(Duration.ZERO).build());
    }

    private static AllocationPolicyBuilder builder() {
        return AllocationPolicy.builder().place(fours());
    }

    @Test
    void aPlacementIsNeededAndItsNamesAreUnique() {
        refused(
                "0 node groups",
                "at least one",
                () -> AllocationPolicy.builder().build());
        NodeGroup namesake = group("eu-fours", US, Resources.compute(1));
        refused(
                "node group eu-fours",
                "name of its own",
                () -> builder().place(namesake).build());
        refused(
                "policy of us",
                "with node groups",
                () -> builder().resource(US, Resource.COMPUTE, rules().build()).build());
    }

    @Test
    void groupsKeepTheOrderInWhichTheyWerePlacedAndLocationsAreSorted() {
        NodeGroup first = group("z", EU, Resources.compute(1));
        NodeGroup second = group("a", EU, Resources.compute(1));
        NodeGroup wire = group("wire", LINK, Resources.bandwidth(1));
        AllocationPolicy policy = AllocationPolicy.builder()
                .place(wire)
                .place(first)
                .place(second)
                .build();
        assertEquals(List.of(first, second), policy.placement().get(EU));
        assertEquals(
                List.of("eu", "eu>us"),
                policy.placement().keySet().stream().map(Location::key).toList());
        assertThrows(
                UnsupportedOperationException.class, () -> policy.placement().clear());
    }

    @Test
    void aResourceHasItsOwnPolicyOrTheStandardOne() {
        ResourcePolicy own = rules().quantile(0.5).build();
        ResourcePolicy standard = rules().quantile(0.9).build();
        AllocationPolicy policy =
                builder().standard(standard).resource(EU, Resource.COMPUTE, own).build();
        assertEquals(own, policy.resource(EU, Resource.COMPUTE));
        assertEquals(standard, policy.resource(EU, Resource.STORAGE));
        assertEquals(0.5, policy.sizing().sizing(EU, Resource.COMPUTE).quantile());
        assertEquals(0.9, policy.sizing().sizing(US, Resource.COMPUTE).quantile());
    }

    @Test
    void aBuilderThatGoesOnDoesNotChangeWhatItBuilt() {
        AllocationPolicyBuilder builder = builder();
        AllocationPolicy policy = builder.build();
        builder.place(group("more", EU, Resources.compute(1)));
        assertEquals(1, policy.placement().get(EU).size());
    }

    @Test
    void aRegionIsKnownByItsGroupsOrThoseOfItsLinks() {
        AllocationPolicy policy = AllocationPolicy.builder()
                .place(group("wire", LINK, Resources.bandwidth(1)))
                .place(fours())
                .build();
        assertTrue(policy.knows(EU));
        assertTrue(policy.knows(US));
        assertFalse(policy.knows(Region.of("mars")));
        refused("region 'mars'", "[eu, us]", () -> policy.requireKnown(Region.of("mars")));
    }

    @Test
    void aRegionInAnotherCaseIsRecognised() {
        AllocationPolicy policy = builder().build();
        Region shouted = Region.of("eu".toUpperCase(Locale.ROOT));
        refused("region 'EU'", "[eu]", () -> policy.requireKnown(shouted));
        String message = assertThrows(IllegalArgumentException.class, () -> policy.requireKnown(shouted))
                .getMessage();
        assertTrue(message.contains("'eu' was meant"), message);
    }
}
