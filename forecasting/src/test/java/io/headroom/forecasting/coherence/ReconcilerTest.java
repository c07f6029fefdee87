package io.headroom.forecasting.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Flow;
import io.headroom.forecasting.coherence.Reconciler.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconcilerTest {
    private static final int WORLDS = 200;

    private static void near(double[] actual, double[] expected, double tolerance, String what) {
        double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("%s, flow %d", what, i).isCloseTo(expected[i], within(tolerance * size));
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutABoundItIsTheTextbookFormula(Method method) {
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            World world = World.random(random).withoutSomeGroups(random);
            double[] b = Reconciler.of(world.hierarchy, method)
                    .allowingNegative()
                    .reconcile(world.base())
                    .flows();
            near(b, new Textbook(world, method).unbounded(), 1e-9, "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void heldAtZeroItIsTheBoundedLeastSquares(Method method) {
        int held = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            World world = World.random(random).withoutSomeGroups(random);
            ReconciledMeans means = Reconciler.of(world.hierarchy, method).reconcile(world.base());
            Textbook textbook = new Textbook(world, method);
            near(means.flows(), textbook.notNegative(), 1e-7, "seed " + seed);
            assertThat(means.effort().exact())
                    .as("seed %d: %s", seed, means.effort())
                    .isTrue();
            assertThat(Arrays.stream(means.flows()).min().orElseThrow())
                    .as("seed %d", seed)
                    .isNotNegative();
            held += Arrays.stream(textbook.unbounded()).anyMatch(b -> b < -1e-3) ? 1 : 0;
        }
        assertThat(held).as("worlds in which the bound matters").isGreaterThan(WORLDS / 3);
    }

    @ParameterizedTest
    @EnumSource
    void groupsAreTheSumsOfTheirFlows(Method method) {
        World world = World.random(FlowHierarchy.of(World.flows(12, 4)), new Random(5));
        ReconciledMeans means = Reconciler.of(world.hierarchy, method).reconcile(world.base());
        for (int g = 0; g < world.groups.length; g++) {
            FlowGroup group = world.hierarchy.groups().get(g);
            List<Flow> members = new ArrayList<>(world.hierarchy.members(group));
            Collections.reverse(members);
            double sum = 0;
            for (Flow flow : members) {
                sum += means.flow(world.hierarchy.position(flow));
            }
            assertThat(means.group(g)).as("%s", group).isCloseTo(sum, within(1e-12 * (1 + sum)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAddsUpStaysAsItIs(Method method) {
        World world = World.random(FlowHierarchy.of(World.flows(8, 3)), new Random(6));
        double[] sums = world.hierarchy.sums(world.flows);
        BaseMeans base = BaseMeans.of(world.hierarchy, world.flows, sums)
                .withVariances(world.flowVariances, world.groupVariances);
        near(Reconciler.of(world.hierarchy, method).reconcile(base).flows(), world.flows, 1e-13, "first");
        Reconciler reconciler = Reconciler.of(world.hierarchy, method);
        ReconciledMeans once = reconciler.reconcile(world.base());
        ReconciledMeans twice = reconciler.reconcile(BaseMeans.of(world.hierarchy, once.flows(), once.groups())
                .withVariances(world.flowVariances, world.groupVariances));
        near(twice.flows(), once.flows(), 1e-13, "second");
    }

    @Test
    void theOrderOfFlowsAndTheNamesOfRegionsDoNotMatter() {
        World world = World.random(FlowHierarchy.of(World.flows(6, 2)), new Random(8));
        ReconciledMeans means = Reconciler.of(world.hierarchy, Method.VARIANCE).reconcile(world.base());
        List<Flow> shuffled = new ArrayList<>(world.hierarchy.flows());
        Collections.shuffle(shuffled, new Random(1));
        assertThat(FlowHierarchy.of(shuffled).groups()).isEqualTo(world.hierarchy.groups());
        World renamed = renamed(world);
        ReconciledMeans again =
                Reconciler.of(renamed.hierarchy, Method.VARIANCE).reconcile(renamed.base());
        for (Flow flow : world.hierarchy.flows()) {
            assertThat(again.flow(renamed.hierarchy.position(renamed(flow))))
                    .isCloseTo(means.flow(world.hierarchy.position(flow)), within(1e-9));
        }
    }

    private static Flow renamed(Flow flow) {
        return Flow.of(
                renamed(flow.pair().source().name()),
                renamed(flow.pair().destination().name()),
                flow.type().name());
    }

    private static String renamed(String region) {
        return "r" + (7 * Integer.parseInt(region.substring(1)) + 3) % 11;
    }

    private static World renamed(World world) {
        FlowHierarchy other = FlowHierarchy.of(
                world.hierarchy.flows().stream().map(ReconcilerTest::renamed).toList());
        World renamed = World.random(other, new Random(0));
        for (Flow flow : world.hierarchy.flows()) {
            int from = world.hierarchy.position(flow);
            int to = other.position(renamed(flow));
            renamed.flows[to] = world.flows[from];
            renamed.flowVariances[to] = world.flowVariances[from];
            for (GroupLevel level : GroupLevel.values()) {
                int source = world.hierarchy.position(level.groupOf(flow));
                int target = other.position(level.groupOf(renamed(flow)));
                renamed.groups[target] = world.groups[source];
                renamed.groupVariances[target] = world.groupVariances[source];
            }
        }
        return renamed;
    }

    @Test
    void aMultipleOfTheInputGivesThatMultiple() {
        World world = World.random(FlowHierarchy.of(World.flows(5, 3)), new Random(9));
        double[] plain = Reconciler.of(world.hierarchy, Method.VARIANCE)
                .reconcile(world.base())
                .flows();
        for (double factor : new double[] {1e-140, 1e-9, 3, 1e15, 1e120}) {
            double[] scaled = Reconciler.of(world.hierarchy, Method.VARIANCE)
                    .reconcile(world.times(factor).base())
                    .flows();
            near(Arrays.stream(scaled).map(b -> b / factor).toArray(), plain, 1e-9, "factor " + factor);
        }
    }

    @Test
    void flowsWithoutVarianceStayAndTheOthersGiveWay() {
        World world = World.random(FlowHierarchy.of(World.flows(4, 2)), new Random(10));
        for (int f = 0; f < world.flows.length; f += 3) {
            world.flowVariances[f] = 0;
        }
        double[] b = Reconciler.of(world.hierarchy, Method.VARIANCE)
                .reconcile(world.base())
                .flows();
        for (int f = 0; f < b.length; f++) {
            if (f % 3 == 0) {
                assertThat(b[f]).isEqualTo(world.flows[f]);
            }
        }
        Arrays.fill(world.flowVariances, 0);
        Arrays.fill(world.groupVariances, 0);
        assertThat(Reconciler.of(world.hierarchy, Method.VARIANCE)
                        .reconcile(world.base())
                        .flows())
                .isEqualTo(world.flows);
    }

    @Test
    void aGroupWithoutVarianceIsMet() {
        World world = World.random(FlowHierarchy.of(World.flows(4, 2)), new Random(11));
        int total = world.hierarchy.position(FlowGroup.total());
        world.groups[total] = 1.5 * Arrays.stream(world.flows).sum();
        world.groupVariances[total] = 0;
        ReconciledMeans means = Reconciler.of(world.hierarchy, Method.VARIANCE).reconcile(world.base());
        assertThat(means.group(total) / world.groups[total]).isCloseTo(1, within(1e-5));
    }

    @Test
    void certainGroupsThatContradictEachOtherStillYieldMeansThatAddUp() {
        World world = World.random(FlowHierarchy.of(World.flows(12, 3)), new Random(12));
        Arrays.fill(world.groupVariances, 0);
        ReconciledMeans means = Reconciler.of(world.hierarchy, Method.VARIANCE).reconcile(world.base());
        assertThat(means.effort().exact()).as("%s", means.effort()).isTrue();
        assertThat(Arrays.stream(means.flows())).allMatch(b -> b >= 0 && b < Double.POSITIVE_INFINITY);
        assertThat(means.groups()).isEqualTo(world.hierarchy.sums(means.flows()));
    }

    @ParameterizedTest
    @EnumSource
    void onePairMeetsItsTotalHalfWay(Method method) {
        FlowHierarchy one = FlowHierarchy.of(List.of(Flow.of("eu", "us", "order")), Set.of(GroupLevel.TOTAL));
        BaseMeans base = BaseMeans.of(one, new double[] {10}, new double[] {20})
                .withVariances(new double[] {1}, new double[] {1});
        assertThat(Reconciler.of(one, method).reconcile(base).flow(0)).isCloseTo(15, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void withoutGroupsNothingMoves(Method method) {
        World world = World.random(FlowHierarchy.of(World.flows(3, 2)), new Random(13));
        Arrays.fill(world.groups, Double.NaN);
        assertThat(Reconciler.of(world.hierarchy, method)
                        .reconcile(world.base())
                        .flows())
                .isEqualTo(world.flows);
        World bare = World.random(FlowHierarchy.of(World.flows(3, 2), Set.of()), new Random(13));
        assertThat(Reconciler.of(bare.hierarchy, method).reconcile(bare.base()).flows())
                .isEqualTo(bare.flows);
    }

    @Test
    void groupsThatWereForecastBetterMakeFlowsBetter() {
        FlowHierarchy hierarchy = FlowHierarchy.of(World.flows(15, 3));
        Random random = new Random(14);
        double[] truth = new double[hierarchy.flows().size()];
        double[] variances = new double[truth.length];
        Arrays.setAll(truth, f -> StrictMath.exp(random.nextGaussian() + 2));
        Arrays.setAll(variances, f -> 0.25 * truth[f] * truth[f]);
        double[] flows = new double[truth.length];
        Arrays.setAll(flows, f -> Math.max(0, truth[f] + Math.sqrt(variances[f]) * random.nextGaussian()));
        double[] groups = hierarchy.sums(truth);
        double[] groupVariances = new double[groups.length];
        for (int g = 0; g < groups.length; g++) {
            groupVariances[g] = 0.0025 * groups[g] * groups[g];
            groups[g] *= 1 + 0.05 * random.nextGaussian();
        }
        BaseMeans base = BaseMeans.of(hierarchy, flows, groups).withVariances(variances, groupVariances);
        ReconciledMeans means = Reconciler.of(hierarchy, Method.VARIANCE).reconcile(base);
        assertThat(error(means.flows(), truth) / error(flows, truth))
                .as("flows, ratio of errors")
                .isLessThan(0.85);
        double[] sums = hierarchy.sums(truth);
        assertThat(error(means.groups(), sums) / error(groups, sums))
                .as("groups, to their own")
                .isLessThan(0.9);
        assertThat(error(means.groups(), sums) / error(hierarchy.sums(flows), sums))
                .as("groups, to sums of flows")
                .isLessThan(0.5);
    }

    private static double error(double[] forecast, double[] truth) {
        double squares = 0;
        for (int i = 0; i < truth.length; i++) {
            squares += (forecast[i] - truth[i]) * (forecast[i] - truth[i]);
        }
        return Math.sqrt(squares);
    }

    @Test
    void wrongInputIsRefused() {
        FlowHierarchy hierarchy = FlowHierarchy.of(World.flows(2, 1), Set.of(GroupLevel.TOTAL));
        double[] two = {1, 2};
        double[] one = {3};
        assertThatThrownBy(() -> BaseMeans.of(hierarchy, one, two)).hasMessageContaining("must be 2");
        assertThatThrownBy(() -> BaseMeans.of(hierarchy, new double[] {1, Double.NaN}, one))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> BaseMeans.of(hierarchy, new double[] {1, -1}, one))
                .hasMessageContaining("-1");
        BaseMeans base = BaseMeans.of(hierarchy, two, one);
        assertThatThrownBy(() -> base.withVariances(two, new double[] {Double.NaN}))
                .hasMessageContaining("*>*/*");
        assertThatThrownBy(() -> Reconciler.of(hierarchy, Method.VARIANCE).reconcile(base))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("variances");
        FlowHierarchy other = FlowHierarchy.of(World.flows(2, 1), Set.of(GroupLevel.TOTAL));
        assertThatThrownBy(() -> Reconciler.of(other, Method.STRUCTURAL).reconcile(base))
                .hasMessageContaining("hierarchy");
    }
}
