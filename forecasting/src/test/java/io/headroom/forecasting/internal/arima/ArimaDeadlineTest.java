package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fit stops when it is told to, with what it has. */
class ArimaDeadlineTest {
    private static final double[] Y = Classics.values("co2");

    @Test
    void expiredFromTheStartGivesDifferencesAlone() {
        ArimaFit fit = new ArimaFitter().select(Y, 12, () -> true);
        assertThat(fit.outcome()).isEqualTo(ArimaOutcome.DEADLINE);
        assertThat(fit.model().orElseThrow().order()).isEqualTo(new ArimaOrder(0, 1, 0, 0, 1, 0, 12));
        assertThat(fit.model().orElseThrow().beginning().means(3)).doesNotContain(Double.NaN);
    }

    @Test
    void expiredFromTheStartStillGivesTheOrdersAskedFor() {
        ArimaOrder order = new ArimaOrder(2, 1, 1, 0, 1, 1, 12);
        ArimaFit fit = new ArimaFitter().fit(Y, new double[0][], order, false, () -> true);
        assertThat(fit.outcome()).isEqualTo(ArimaOutcome.DEADLINE);
        assertThat(fit.model().orElseThrow().order()).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 300})
    void afterTimeIsUpLittleIsDone(int checks) {
        AtomicInteger asked = new AtomicInteger();
        ArimaFit fit = new ArimaFitter().select(Y, 12, () -> asked.incrementAndGet() > checks);
        assertThat(fit.outcome()).isEqualTo(ArimaOutcome.DEADLINE);
        assertThat(asked.get() - checks).isLessThan(60);
        assertThat(fit.model()).isPresent();
    }

    @Test
    void moreTimeIsNeverWorse() {
        double last = Double.POSITIVE_INFINITY;
        for (int checks : new int[] {20, 60, 200}) {
            AtomicInteger asked = new AtomicInteger();
            double aicc = new ArimaFitter()
                    .select(Y, 12, () -> asked.incrementAndGet() > checks)
                    .model()
                    .orElseThrow()
                    .aicc();
            assertThat(aicc).isLessThanOrEqualTo(last + 1e-6);
            last = aicc;
        }
    }
}
