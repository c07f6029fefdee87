package io.headroom.forecasting.backtest.report;

import io.headroom.forecasting.backtest.PredictorResult;
import io.headroom.forecasting.backtest.Score;
import io.headroom.forecasting.backtest.SeriesResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Picks the series that are shown: the worst, the middle and the best of a predictor by a score. Stateless. */
final class Examples {
    private Examples() {}

    /** Up to three series by what they are an example of. */
    static Map<String, SeriesResult> of(PredictorResult predictor, Score by) {
        List<SeriesResult> ranked = new ArrayList<>(predictor.series().values().stream()
                .filter(s ->
                        s.lastForecast().isPresent() && !Double.isNaN(s.scores().get(by)))
                .sorted(Comparator.comparingDouble(
                        (SeriesResult s) -> s.scores().get(by)))
                .toList());
        Map<String, SeriesResult> shown = new LinkedHashMap<>();
        if (ranked.size() > 1) {
            shown.put("Worst series", ranked.get(ranked.size() - 1));
        }
        if (ranked.size() != 2 && !ranked.isEmpty()) {
            shown.put(ranked.size() == 1 ? "The series" : "Middle series", ranked.get(ranked.size() / 2));
        }
        if (ranked.size() > 1) {
            shown.put("Best series", ranked.get(0));
        }
        return shown;
    }
}
