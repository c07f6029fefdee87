package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleCommandTest {
    @Test
    void everyFlowIsTrackedAndTheDueOnesAreForecast() {
        Bench run = Bench.run(
                        "scale", "--predictor", "seasonal-naive", "--periods", "24", "--flows", "500", "--models", "3")
                .done();
        assertThat(run.summary().keySet()).containsExactly("predictor", "flows", "tick_s", "heap_mib", "mean_quantile");
        assertThat(run.summary()).containsEntry("flows", "500");
        assertThat(Double.parseDouble(run.summary().get("mean_quantile"))).isBetween(80.0, 200.0);
        assertThat(Double.parseDouble(run.summary().get("tick_s"))).isPositive();
    }
}
