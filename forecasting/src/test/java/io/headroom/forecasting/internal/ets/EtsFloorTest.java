package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every admissible form of every classic series reaches the best likelihood known, and the choice beats R's. */
class EtsFloorTest {

    private static final double TOLERANCE = 1e-3;
    private static final double AICC_TOLERANCE = 0.01;

    static List<Classics.Series> series() {
        return Classics.all();
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyFormReachesTheBestKnown(Classics.Series series) {
        EtsFitter fitter = new EtsFitter(EtsOptions.defaults());
        List<String> tooLow = new ArrayList<>();
        int forms = 0;
        for (List<String> row : Classics.rows("floor.csv")) {
            if (row.get(0).equals(series.name())) {
                EtsForm form = Classics.form(row.get(1));
                EtsModel model = fitter.fit(series.values(), series.period(), form, () -> false)
                        .model()
                        .orElseThrow();
                double wanted = Math.max(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3)));
                if (!(model.logLikelihood() >= wanted - TOLERANCE)) {
                    tooLow.add(form + ": " + model.logLikelihood() + " < " + wanted);
                }
                assertThat(model.parameters().inUsualRegion(form))
                        .as("%s region", form)
                        .isTrue();
                assertThat(model.parameters().isAdmissible(form, series.period()))
                        .as("%s admissible", form)
                        .isTrue();
                forms++;
            }
        }
        assertThat(forms).isGreaterThanOrEqualTo(4);
        assertThat(tooLow).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("series")
    void choiceIsAtLeastAsGoodAsThatOfR(Classics.Series series) {
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(series.values(), series.period(), () -> false);
        double aicc = Classics.rows("picks.csv").stream()
                .filter(row -> row.get(0).equals(series.name()) && row.get(2).equals("aicc"))
                .mapToDouble(row -> Double.parseDouble(row.get(3)))
                .findFirst()
                .orElseThrow();
        assertThat(fit.outcome()).isEqualTo(EtsOutcome.COMPLETE);
        assertThat(fit.model().orElseThrow().aicc()).isLessThanOrEqualTo(aicc + AICC_TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("series")
    void choiceMissesNoBetterFormByMuch(Classics.Series series) {
        double[] y = series.values();
        double chosen = new EtsFitter(EtsOptions.defaults())
                .select(y, series.period(), () -> false)
                .model()
                .orElseThrow()
                .aicc();
        for (List<String> row : Classics.rows("floor.csv")) {
            if (row.get(0).equals(series.name())) {
                int parameters = Classics.form(row.get(1)).parameterCount(series.period());
                double known = EtsModel.aicc(Double.parseDouble(row.get(3)), parameters, y.length);
                assertThat(chosen).as("against %s", row.get(1)).isLessThanOrEqualTo(known + AICC_TOLERANCE);
            }
        }
    }
}
