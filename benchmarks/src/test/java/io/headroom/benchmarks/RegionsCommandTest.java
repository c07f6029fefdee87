package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegionsCommandTest {
    @Test
    void everyOrderedPairIsDecidedOn() {
        Bench run = Bench.run("regions", "--regions", "6", "--cycles", "2").done();
        assertThat(run.summary().keySet())
                .containsExactly(
                        "regions", "pairs", "first_s", "later_s", "cpu_s", "process_s", "last_changes", "peak_mib");
        assertThat(run.summary()).containsEntry("regions", "6").containsEntry("pairs", "30");
        assertThat(Double.parseDouble(run.summary().get("first_s"))).isPositive();
        assertThat(Double.parseDouble(run.summary().get("peak_mib"))).isPositive();
    }
}
