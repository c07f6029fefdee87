package io.headroom.benchmarks.allocation;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.strategy.FrontierProtocol;
import io.headroom.simulation.strategy.ScalingController;
import io.headroom.simulation.strategy.SeenDemand;
import io.headroom.simulation.strategy.StrategyContext;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.Predictor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Runs one cycle of an allocator at each step. The simulated fleet and the replay hold the same units by the same rules; the
 * controller checks at each step that they do, and that the cycle met no problem.
 *
 * <p>Demand is taken as the rate of one flow, each transaction of which takes 1 of compute in the source region; a unit brings
 * the compute that it serves within its objective. The telemetry is the demand that the replay has shown so far: what
 * comes later can't be asked for. Not thread-safe.
 */
final class HeadroomController implements ScalingController {
    private static final Flow FLOW = Flow.of("home", "partner", "demand");

    /** Longer than any fit takes: a deadline that is met now and then would make results depend on the machine. */
    private static final Duration FIT_BUDGET = Duration.ofDays(1);

    /** Fewer moves at much the same violation for its cost: docs/decisions/0008 says how it was chosen. */
    private static final Pace STEADY = Pace.FREE.withTolerance(0.05).withStabilisation(Duration.ofMinutes(31));

    /** The first cycle reads so much of the training part: what is usual then is known. */
    private static final Duration USUAL_OVER = Duration.ofDays(3);

    private final TimeGrid grid;
    private final SimulatedClock clock;
    private final NodeGroup group;
    private final SimulatedFleet fleet;
    private final Allocator allocator;
    private SeenDemand seen;

    HeadroomController(StrategyContext context, Predictor predictor, SizingKind sizing, long seed) {
        this.seen = context.training();
        this.grid = TimeGrid.of(context.step());
        this.clock = new SimulatedClock(grid.start(context.firstStep()));
        double capacity = FrontierProtocol.USABLE_SHARE * context.unit();
        this.group = new NodeGroup("home-units", FLOW.pair().source(), NodeGroup.Kind.VM, Resources.compute(capacity));
        Duration lead = context.step().multipliedBy(context.leadSteps());
        this.fleet = SimulatedFleet.builder(grid, clock)
                .workload(List.of(FLOW), (flow, start, step) -> rate(start))
                .group(group, context.startFleet())
                .leadTime(lead)
                .build();
        this.allocator = Allocator.builder()
                .predictions(learned(context, predictor, seed))
                .telemetry(fleet)
                .provisioner(fleet)
                .demand(DemandModel.uniform(
                        FlowDemand.perTransaction(Resources.compute(1), Resources.NONE, Resources.NONE)))
                .policy(policy(context, sizing, lead, capacity))
                .clock(clock)
                .catchUp(USUAL_OVER)
                .build();
    }

    private TransactionPredictor learned(StrategyContext context, Predictor predictor, long seed) {
        TransactionPredictor predictions = TransactionPredictor.builder(grid)
                .predictor(predictor)
                .executor(Runnable::run)
                .fitBudget(FIT_BUDGET)
                .seed(seed)
                .build();
        SeenDemand training = context.training();
        RateSeries history = RateSeries.of(grid, 0, training.copy(0, training.size()));
        predictions.learn(Map.of(SeriesKey.transactions(FLOW), history));
        return predictions;
    }

    /** The far end is placed too, with a group that has no units and no demand: both ends of a flow must be known. */
    private AllocationPolicy policy(StrategyContext context, SizingKind sizing, Duration lead, double capacity) {
        NodeGroup partner = new NodeGroup(
                "partner-units", FLOW.pair().destination(), NodeGroup.Kind.VM, Resources.compute(capacity));
        return AllocationPolicy.builder()
                .place(group)
                .place(partner)
                .leadTime(lead)
                .interval(context.step())
                .resource(
                        group.location(),
                        Resource.COMPUTE,
                        ResourcePolicy.builder()
                                .quantile(context.safety())
                                .violationRatio(
                                        sizing == SizingKind.COST ? context.safety() / (1 - context.safety()) : 0)
                                .minimum(capacity)
                                .down(STEADY)
                                .build())
                .build();
    }

    private OptionalDouble rate(Instant start) {
        long step = grid.index(start);
        return step < 0 || step >= seen.size() ? OptionalDouble.empty() : OptionalDouble.of(seen.at((int) step));
    }

    @Override
    public int total(SeenDemand shown, int ready, int booting) {
        seen = shown;
        require(grid.index(clock.instant()) == shown.size(), "the clock is at another step than the replay");
        Stock before = stock();
        require(
                before.allocated() == ready && before.booting() == booting && before.paid() == ready + booting,
                "the fleet holds " + before + ", the replay " + ready + " ready and " + booting + " booting units");
        CycleReport report = allocator.runOnce();
        require(
                report.problems().isEmpty() && report.decision().isPresent(),
                "the cycle at step " + shown.size() + " ended as " + report.status() + ": " + report.problems());
        int total = stock().paid();
        clock.advance(grid.step());
        return total;
    }

    private Stock stock() {
        return fleet.truth().stock(group);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
