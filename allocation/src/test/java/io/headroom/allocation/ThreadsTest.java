package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resources;
import io.headroom.core.TransactionType;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Allocators on several threads decide, and remember, what one on a single thread does, to the bit. */
class ThreadsTest {
    private static final int REGIONS = 14;
    private static final int CYCLES = 6;

    /** A world of all pairs of some regions whose rates wander, and what an allocator in it has said and saved. */
    private static List<Object> told(long seed, ExecutorService executor, int threads) {
        World world = new World();
        List<NodeGroup> groups = new ArrayList<>();
        world.forecasts.clear();
        world.rates.clear();
        world.stocks.clear();
        for (int i = 0; i < REGIONS; i++) {
            groups.add(group("vm-" + i, Region.of("r" + i), new Resources(3, 7, 0)));
            for (int j = 0; j < REGIONS; j++) {
                if (i != j) {
                    RegionPair pair = RegionPair.of("r" + i, "r" + j);
                    groups.add(group("link-" + i + "-" + j, pair, Resources.bandwidth(2)));
                    world.forecasts.put(pair, 1.0);
                }
            }
        }
        AllocationPolicyBuilder policy = AllocationPolicy.builder();
        groups.forEach(policy::place);
        List<Object> told = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        try (Allocator allocator = world.allocator()
                .demand(DemandModel.uniform(FlowDemand.perTransaction(
                        Resources.compute(0.7), new Resources(1.1, 0.3, 0), Resources.bandwidth(0.1))))
                .policy(policy.build())
                .catchUp(Duration.ofMinutes(5))
                .executor(executor, threads)
                .build()) {
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                for (RegionPair pair : List.copyOf(world.forecasts.keySet())) {
                    world.forecasts.put(pair, random.nextDouble(100));
                    world.rates.put(new Flow(pair, TransactionType.of("call")), random.nextDouble(100));
                }
                CycleReport report = allocator.runOnce();
                assertThat(report.problems()).isEmpty();
                told.add(report);
                told.add(world.state());
                world.advance(Duration.ofMinutes(1));
            }
        }
        return told;
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            for (long seed = 0; seed < 5; seed++) {
                List<Object> alone = told(seed, executor, 1);
                assertThat(told(seed, executor, 2))
                        .as("seed %d, 2 threads", seed)
                        .isEqualTo(alone);
                assertThat(told(seed, executor, 4))
                        .as("seed %d, 4 threads", seed)
                        .isEqualTo(alone);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void anExecutorThatWasShutDownLendsNoThread() {
        ExecutorService executor = Executors.newFixedThreadPool(1);
        executor.shutdown();
        assertThat(told(7, executor, 4)).isEqualTo(told(7, executor, 1));
    }

    @Test
    void numbersOfThreadsAreChecked() {
        for (int threads : new int[] {0, -1, 257}) {
            assertThatThrownBy(() -> new World()
                            .allocator()
                            .executor(Runnable::run, threads)
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("threads");
        }
    }
}
