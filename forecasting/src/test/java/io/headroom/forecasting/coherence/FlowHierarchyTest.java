package io.headroom.forecasting.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.TransactionType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowHierarchyTest {
    private static final Flow A = Flow.of("eu", "us", "order");
    private static final Flow B = Flow.of("eu", "us", "refund");
    private static final Flow C = Flow.of("us", "ap", "order");

    @Test
    void groupsOfEachLevelHoldEachFlowOnce() {
        FlowHierarchy hierarchy = FlowHierarchy.of(World.flows(5, 3));
        for (GroupLevel level : GroupLevel.values()) {
            List<FlowGroup> groups =
                    hierarchy.groups().stream().filter(g -> g.level() == level).toList();
            for (Flow flow : hierarchy.flows()) {
                assertThat(groups.stream().filter(g -> g.contains(flow))).containsExactly(level.groupOf(flow));
            }
        }
        assertThat(hierarchy.groups()).isSorted().hasSize(1 + 3 + 5 + 5 + 15 + 15 + 20);
    }

    @Test
    void anySetOfFlowsWillDo() {
        FlowHierarchy hierarchy = FlowHierarchy.of(List.of(C, A, B, A));
        assertThat(hierarchy.flows()).containsExactly(A, B, C);
        assertThat(hierarchy.groups().stream().map(FlowGroup::key))
                .containsExactly(
                        "*>*/*",
                        "*>*/order",
                        "*>*/refund",
                        "eu>*/*",
                        "us>*/*",
                        "*>ap/*",
                        "*>us/*",
                        "eu>*/order",
                        "eu>*/refund",
                        "us>*/order",
                        "*>ap/order",
                        "*>us/order",
                        "*>us/refund",
                        "eu>us/*",
                        "us>ap/*");
        assertThat(hierarchy.sums(1, 10, 100))
                .containsExactly(111, 101, 10, 11, 100, 100, 11, 1, 10, 100, 100, 1, 10, 11, 100);
        assertThat(hierarchy.members(FlowGroup.from(Region.of("eu")))).containsExactly(A, B);
        assertThat(hierarchy.members(FlowGroup.of(RegionPair.of("us", "ap")))).containsExactly(C);
        assertThat(hierarchy.position(B)).isEqualTo(1);
        assertThat(hierarchy.position(FlowGroup.to(Region.of("us"), TransactionType.of("refund"))))
                .isEqualTo(12);
    }

    @Test
    void levelsMayBeLeftOut() {
        FlowHierarchy hierarchy = FlowHierarchy.of(List.of(A, B, C), Set.of(GroupLevel.PAIR, GroupLevel.TYPE));
        assertThat(hierarchy.groups().stream().map(FlowGroup::key))
                .containsExactly("*>*/order", "*>*/refund", "eu>us/*", "us>ap/*");
        assertThat(hierarchy.sums(1, 10, 100)).containsExactly(101, 10, 11, 100);
        assertThat(FlowHierarchy.of(List.of(A), Set.of()).sums(5)).isEmpty();
    }

    @Test
    void whatIsNotThereIsRefused() {
        FlowHierarchy hierarchy = FlowHierarchy.of(List.of(A), Set.of(GroupLevel.TYPE));
        assertThatThrownBy(() -> hierarchy.position(C)).hasMessageContaining("us>ap/order");
        assertThatThrownBy(() -> hierarchy.members(FlowGroup.total())).hasMessageContaining("*>*/*");
        assertThatThrownBy(() -> hierarchy.sums(1, 2)).hasMessageContaining("2 numbers");
        assertThatThrownBy(() -> FlowHierarchy.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        Region eu = Region.of("eu");
        assertThatThrownBy(() -> new FlowGroup(Optional.of(eu), Optional.of(eu), Optional.empty()))
                .hasMessageContaining("different");
        assertThatThrownBy(() -> new FlowGroup(
                        Optional.of(eu), Optional.of(Region.of("us")), Optional.of(TransactionType.of("order"))))
                .hasMessageContaining("flow");
    }
}
