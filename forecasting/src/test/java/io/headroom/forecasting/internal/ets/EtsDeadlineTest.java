package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fit stops when it is told to, with what it has. */
class EtsDeadlineTest {

    private static final double[] Y = Classics.series("co2").values();

    @Test
    void expiredFromTheStartGivesARoughLevel() {
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(Y, 12, () -> true);
        assertThat(fit.outcome()).isEqualTo(EtsOutcome.DEADLINE);
        assertThat(fit.model().orElseThrow().form()).isEqualTo(EtsForm.parse("A,N,N"));
        assertThat(fit.model().get().means(fit.model().get().start(), 3)).doesNotContain(Double.NaN);
    }

    @Test
    void expiredFromTheStartStillFitsTheFormAskedFor() {
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).fit(Y, 12, EtsForm.parse("M,Ad,M"), () -> true);
        assertThat(fit.outcome()).isEqualTo(EtsOutcome.DEADLINE);
        assertThat(fit.model().orElseThrow().form()).isEqualTo(EtsForm.parse("M,Ad,M"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60, 150, 400})
    void laterIsNeverWorse(int checks) {
        double early = aicc(checks);
        double late = aicc(2 * checks);
        assertThat(late).isLessThanOrEqualTo(early + 1e-9);
    }

    @Test
    void itIsAskedOften() {
        AtomicInteger asked = new AtomicInteger();
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(Y, 12, () -> asked.incrementAndGet() < 0);
        assertThat(fit.outcome()).isEqualTo(EtsOutcome.COMPLETE);
        assertThat(asked.get()).isGreaterThan(100);
    }

    @Test
    void afterTimeIsUpLittleIsDone() {
        for (int checks : new int[] {3, 30, 100}) {
            AtomicInteger asked = new AtomicInteger();
            EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(Y, 12, () -> asked.incrementAndGet() > checks);
            assertThat(fit.outcome()).isEqualTo(EtsOutcome.DEADLINE);
            assertThat(asked.get() - checks).isLessThan(25);
        }
    }

    private static double aicc(int checks) {
        AtomicInteger asked = new AtomicInteger();
        BooleanSupplier expired = () -> asked.incrementAndGet() > checks;
        return new EtsFitter(EtsOptions.defaults())
                .select(Y, 12, expired)
                .model()
                .orElseThrow()
                .aicc();
    }
}
