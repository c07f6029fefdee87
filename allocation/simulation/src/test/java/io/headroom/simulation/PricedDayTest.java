package io.headroom.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Decision;
import io.headroom.allocation.Purchase;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.core.NodeGroup;
import io.headroom.core.TimeGrid;
import io.headroom.spi.CostModel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day of five-minute steps at prices: the group that is placed first is the dearer one. */
class PricedDayTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final double LARGE = 1.6;
    private static final double SMALL = 0.3;
    private static final CostModel PRICES = group -> isLarge(group) ? LARGE : SMALL;

    private final Network network = new Network(GRID, 4, Workload.daily(30, 0.6, 0.1, 11));

    private static boolean isLarge(NodeGroup group) {
        return group.name().endsWith("large");
    }

    /** One day in one world. */
    private final class Day {
        final Witness witness;
        final SimulationResult result;

        Day(AllocationPolicy policy, Faults faults) {
            SimulatedFleet fleet = network.fleet(12)
                    .leadTime(Duration.ofMinutes(10))
                    .faults(faults)
                    .build();
            witness = new Witness(fleet, policy);
            result = network.day(fleet, witness, policy);
            assertThat(witness.violations).isEmpty();
        }

        List<Purchase> purchases() {
            return witness.reports.stream()
                    .map(CycleReport::decision)
                    .flatMap(d -> d.flatMap(Decision::purchase).stream())
                    .toList();
        }
    }

    private AllocationPolicy policy(boolean offers, Spending spending) {
        AllocationPolicyBuilder policy = AllocationPolicy.builder()
                .leadTime(Duration.ofMinutes(10))
                .interval(GRID.step())
                .staleAfter(GRID.step().multipliedBy(3))
                .spending(spending)
                .standard(ResourcePolicy.builder()
                        .quantile(0.98)
                        .downCooldown(Duration.ofMinutes(15))
                        .warm(2)
                        .build());
        for (NodeGroup group : network.groups) {
            if (offers) {
                policy.place(Offer.builder(group, isLarge(group) ? LARGE : SMALL)
                        .minimumTerm(isLarge(group) ? Duration.ofMinutes(30) : Duration.ZERO)
                        .build());
            } else {
                policy.place(group);
            }
        }
        return policy.build();
    }

    @Test
    void offersServeTheSameForLess() {
        Day placed = new Day(policy(false, Spending.FREE), Faults.NONE);
        Day offered = new PricedDayTest().day(Spending.FREE, Faults.NONE);
        assertThat(offered.result.cost(PRICES)).isLessThan(0.9 * placed.result.cost(PRICES));
        assertThat(offered.result.violations()).isLessThanOrEqualTo(placed.result.violations() + 0.002);
    }

    private Day day(Spending spending, Faults faults) {
        return new Day(policy(true, spending), faults);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCapHoldsWhateverGoesWrong(long seed) {
        Day free = day(Spending.FREE, Faults.NONE);
        double peak =
                free.purchases().stream().mapToDouble(Purchase::perHour).max().orElseThrow();
        double cap = 0.7 * peak;
        Day capped = new PricedDayTest().day(Spending.FREE.withCap(cap), Faults.everywhere(seed, 0.15));
        List<CycleReport> seen = capped.witness.reports.stream()
                .filter(r -> r.decision().isPresent())
                .toList();
        assertThat(seen)
                .filteredOn(r -> r.decision().get().freshness().mayShrink())
                .filteredOn(r -> r.at().isAfter(Network.START.plus(Duration.ofHours(1))))
                .allSatisfy(r -> assertThat(
                                r.decision().get().purchase().orElseThrow().perHour())
                        .isLessThanOrEqualTo(cap * (1 + 1e-9)));
        assertThat(capped.purchases()).anySatisfy(p -> assertThat(p.cuts()).isNotEmpty());
    }
}
