package io.headroom.forecasting.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.ScenarioForecast;
import io.headroom.core.SumForecast;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.coherence.Reconciler.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoherentForecastsTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final int HORIZON = 3;
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95, 0.99};
    private static final FlowHierarchy HIERARCHY = FlowHierarchy.of(World.flows(4, 2));

    private static double[] steps(double first, double growth) {
        double[] steps = new double[HORIZON];
        Arrays.setAll(steps, h -> first + growth * h);
        return steps;
    }

    private static MarginalForecast normal(Flow flow, double mean, double deviation) {
        return MarginalForecast.builder(GRID, 7)
                .mean(steps(mean, 1))
                .standardDeviation(steps(deviation, 0.1))
                .impulse(1, 0.6, 0.3, 0)
                .dependence(Dependence.independent(3, flow.key()).with("all", 0.5))
                .skipped(2)
                .build();
    }

    private static MarginalForecast table(Flow flow, double mean) {
        double[][] rows = new double[HORIZON][LEVELS.length];
        for (int h = 0; h < HORIZON; h++) {
            for (int k = 0; k < LEVELS.length; k++) {
                rows[h][k] = (mean + h) * (0.4 + 0.3 * k);
            }
        }
        return MarginalForecast.builder(GRID, 7)
                .mean(steps(mean, 1))
                .quantiles(LEVELS, rows)
                .dependence(Dependence.independent(3, flow.key()).with("all", 0.5))
                .build();
    }

    private static ScenarioForecast scenarios(double mean, Random random) {
        double[][] paths = new double[200][HORIZON];
        for (double[] path : paths) {
            Arrays.setAll(path, h -> Math.max(0, mean + h + mean * random.nextGaussian()));
        }
        return ScenarioForecast.of(GRID, 7, paths);
    }

    /** All kinds in turn; means in [1, 9]. */
    private static Map<Flow, RateForecast> flows(long seed) {
        Random random = new Random(seed);
        Map<Flow, RateForecast> flows = new HashMap<>();
        for (int f = 0; f < HIERARCHY.flows().size(); f++) {
            Flow flow = HIERARCHY.flows().get(f);
            double mean = 1 + 8 * random.nextDouble();
            flows.put(
                    flow,
                    switch (f % 4) {
                        case 0 -> normal(flow, mean, 0.3 * mean);
                        case 1 -> table(flow, mean);
                        case 2 -> scenarios(mean, random);
                        default -> normal(flow, mean / 2, 1).plus(table(flow, mean / 2));
                    });
        }
        return flows;
    }

    /** Every second group, off by a factor. */
    private static Map<FlowGroup, RateForecast> groups(Map<Flow, RateForecast> flows, double factor) {
        Map<FlowGroup, RateForecast> groups = new HashMap<>();
        for (int g = 0; g < HIERARCHY.groups().size(); g += 2) {
            FlowGroup group = HIERARCHY.groups().get(g);
            double[] means = new double[HORIZON];
            for (Flow flow : HIERARCHY.members(group)) {
                for (int h = 0; h < HORIZON; h++) {
                    means[h] += factor * flows.get(flow).mean(h + 1);
                }
            }
            groups.put(
                    group,
                    MarginalForecast.builder(GRID, 7)
                            .mean(means)
                            .standardDeviation(steps(1, 0))
                            .build());
        }
        return groups;
    }

    @ParameterizedTest
    @EnumSource
    void meansAddUpAndQuantilesStayInOrder(Method method) {
        for (double factor : new double[] {0, 0.3, 0.9, 1.2, 5}) {
            Map<Flow, RateForecast> flows = flows(1);
            CoherentForecasts coherent = Reconciler.of(HIERARCHY, method).reconcile(flows, groups(flows, factor));
            assertThat(coherent.flows().keySet()).containsExactlyElementsOf(HIERARCHY.flows());
            for (FlowGroup group : HIERARCHY.groups()) {
                RateForecast sum = coherent.of(group);
                for (int step = 1; step <= HORIZON; step++) {
                    double mean = 0;
                    for (Flow flow : HIERARCHY.members(group)) {
                        mean += coherent.of(flow).mean(step);
                    }
                    if (!(sum instanceof ScenarioForecast)) {
                        assertThat(sum.mean(step)).as("%s", group).isCloseTo(mean, within(1e-9 * (1 + mean)));
                    }
                }
            }
            for (RateForecast f : coherent.flows().values()) {
                sound(f);
            }
        }
    }

    private static void sound(RateForecast f) {
        for (int step = 1; step <= HORIZON; step++) {
            assertThat(f.mean(step)).isNotNegative().isLessThan(1e6);
            double before = 0;
            for (double p : new double[] {0.001, 0.05, 0.5, 0.9, 0.999}) {
                assertThat(f.quantile(step, p)).isGreaterThanOrEqualTo(before).isLessThan(1e6);
                before = f.quantile(step, p);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAddsUpIsLeftAlone(Method method) {
        Map<Flow, RateForecast> flows = flows(2);
        CoherentForecasts coherent = Reconciler.of(HIERARCHY, method).reconcile(flows, groups(flows, 1));
        for (Flow flow : HIERARCHY.flows()) {
            RateForecast before = flows.get(flow);
            RateForecast after = coherent.of(flow);
            for (int step = 1; step <= HORIZON; step++) {
                assertThat(after.mean(step)).isCloseTo(before.mean(step), within(1e-9));
                assertThat(after.quantile(step, 0.9)).isCloseTo(before.quantile(step, 0.9), within(1e-9));
            }
        }
    }

    @Test
    void theSpreadMemoryAndDependenceOfAFlowStay() {
        Flow flow = Flow.of("eu", "us", "order");
        MarginalForecast before = normal(flow, 100, 5);
        MarginalForecast after = (MarginalForecast) MovedForecast.to(before, steps(70, 1));
        assertThat(after.mean(2)).isEqualTo(71);
        assertThat(after.quantile(2, 0.99)).isCloseTo(before.quantile(2, 0.99) - 30, within(1e-9));
        assertThat(after.dependence()).isEqualTo(before.dependence());
        assertThat(after.impulse()).isEqualTo(before.impulse());
        assertThat(after.skipped()).isEqualTo(before.skipped());
        assertThat(after.firstIndex()).isEqualTo(before.firstIndex());
        MarginalForecast shape = table(flow, 100);
        MarginalForecast up = (MarginalForecast) MovedForecast.to(shape, steps(130, 1));
        assertThat(up.quantile(3, 0.75)).isCloseTo(shape.quantile(3, 0.75) + 30, within(1e-9));
        assertThat(MovedForecast.to(shape, steps(0, 0)).quantile(1, 0.05)).isZero();
        assertThat(MovedForecast.to(shape, steps(0, 0)).quantile(1, 0.99)).isCloseTo(90, within(1e-9));
    }

    @Test
    void scenariosAndSumsMeetTheirMeans() {
        ScenarioForecast scenarios = scenarios(5, new Random(3));
        for (double mean : new double[] {0, 0.01, 1, 4.9, 5, 50}) {
            RateForecast moved = MovedForecast.to(scenarios, steps(mean, 1));
            assertThat(moved.mean(1)).isCloseTo(mean, within(1e-12 * (1 + mean)));
            assertThat(moved.path(4)[0]).isNotNegative();
        }
        Flow flow = Flow.of("eu", "us", "order");
        RateForecast sum = normal(flow, 10, 2).plus(table(flow, 30));
        RateForecast moved = MovedForecast.to(sum, steps(20, 1));
        assertThat(moved.mean(2)).isCloseTo(21, within(1e-12));
        assertThat(((SumForecast) moved).terms().get(0).mean(1)).isCloseTo(5, within(1e-12));
        RateForecast none = normal(flow, 0, 2).plus(normal(flow, 0, 2));
        assertThat(MovedForecast.to(none, steps(8, 0)).mean(1)).isCloseTo(8, within(1e-12));
    }

    /** Flows are off by 10, their groups by 5. */
    @Test
    void regionsAreForecastBetterThanBySumsOfFlows() {
        Random random = new Random(4);
        double moved = 0;
        double plain = 0;
        int regions = 0;
        for (int round = 0; round < 100; round++) {
            Map<Flow, RateForecast> flows = new HashMap<>();
            Map<Flow, Double> actual = new HashMap<>();
            for (Flow flow : HIERARCHY.flows()) {
                double mean = 50 + 50 * random.nextDouble();
                actual.put(flow, Math.max(0, mean + 10 * random.nextGaussian()));
                double[] means = steps(mean, 0);
                flows.put(
                        flow,
                        MarginalForecast.builder(GRID, 7)
                                .mean(means)
                                .standardDeviation(steps(10, 0))
                                .dependence(Dependence.independent(1, flow.key()))
                                .build());
            }
            Map<FlowGroup, RateForecast> groups = new HashMap<>();
            for (FlowGroup group : HIERARCHY.groups()) {
                double mean = HIERARCHY.members(group).stream()
                        .mapToDouble(actual::get)
                        .sum();
                groups.put(
                        group,
                        MarginalForecast.builder(GRID, 7)
                                .mean(steps(Math.max(0, mean + 5 * random.nextGaussian()), 0))
                                .standardDeviation(steps(5, 0))
                                .build());
            }
            CoherentForecasts coherent =
                    Reconciler.of(HIERARCHY, Method.VARIANCE).reconcile(flows, groups);
            for (FlowGroup group : HIERARCHY.groups()) {
                if (group.level() == GroupLevel.SOURCE) {
                    List<Flow> members = HIERARCHY.members(group);
                    double sum = members.stream().mapToDouble(actual::get).sum();
                    regions++;
                    moved += Math.abs(coherent.of(group).mean(1) - sum);
                    plain += Math.abs(
                            RateForecast.sum(members.stream().map(flows::get).toList())
                                            .mean(1)
                                    - sum);
                }
            }
        }
        assertThat(moved / plain).as("error of %d regions, ratio", regions).isLessThan(0.3);
    }

    @Test
    void missingAndMisplacedForecastsAreRefused() {
        Reconciler reconciler = Reconciler.of(HIERARCHY, Method.STRUCTURAL);
        Map<Flow, RateForecast> flows = flows(5);
        Flow lost = HIERARCHY.flows().get(3);
        RateForecast kept = flows.remove(lost);
        assertThatThrownBy(() -> reconciler.reconcile(flows, Map.of())).hasMessageContaining(lost.key());
        flows.put(lost, kept.skip(1));
        assertThatThrownBy(() -> reconciler.reconcile(flows, Map.of()))
                .hasMessageContaining(lost.key())
                .hasMessageContaining("same steps");
        flows.put(lost, kept);
        assertThatThrownBy(() -> reconciler.reconcile(flows, Map.of(FlowGroup.total(), kept.skip(1))))
                .hasMessageContaining("*>*/*");
        Flow other = Flow.of("nowhere", "r1", "t0");
        flows.put(other, kept);
        assertThatThrownBy(() -> reconciler.reconcile(flows, Map.of())).hasMessageContaining(other.key());
    }
}
