package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The choice of orders against R's: the same differences, and a criterion no worse. */
class ArimaChoiceTest {
    static List<Classics.Pick> picks() {
        return Classics.picks();
    }

    @ParameterizedTest
    @MethodSource("picks")
    void choiceIsAtLeastAsGoodAsThatOfR(Classics.Pick pick) {
        double[] y = Classics.values(pick.series());
        ArimaFit fit = new ArimaFitter().select(y, pick.order().period(), () -> false);
        ArimaModel model = fit.model().orElseThrow();
        assertThat(fit.outcome()).isEqualTo(ArimaOutcome.COMPLETE);
        assertThat(model.order().difference()).isEqualTo(pick.order().difference());
        assertThat(model.order().seasonalDifference()).isEqualTo(pick.order().seasonalDifference());
        assertThat(model.aicc()).as("%s", model).isLessThanOrEqualTo(pick.aicc() + 0.01);
        assertThat(new Coefficients(model.order(), false).clearOf(model.coefficients(), 1.0099))
                .as("roots")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("picks")
    void theCriterionIsThatOfTheLikelihood(Classics.Pick pick) {
        double[] y = Classics.values(pick.series());
        ArimaFitter fitter = new ArimaFitter();
        ArimaModel model =
                fitter.select(y, pick.order().period(), () -> false).model().orElseThrow();
        ArimaModel again = fitter.evaluate(y, new double[0][], model.order(), model.hasConstant(), model.coefficients())
                .model()
                .orElseThrow();
        assertThat(again.logLikelihood()).isCloseTo(model.logLikelihood(), within(1e-7));
        assertThat(again.aicc()).isCloseTo(model.aicc(), within(1e-6));
    }
}
