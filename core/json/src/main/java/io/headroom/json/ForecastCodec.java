package io.headroom.json;

import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.MarginalForecastBuilder;
import io.headroom.core.RateForecast;
import io.headroom.core.ScenarioForecast;
import io.headroom.core.SumForecast;
import io.headroom.core.TimeGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A forecast of any kind; the field "kind" says which, and which other fields it has. */
final class ForecastCodec extends ObjectCodec<RateForecast> {
    /** The kinds of forecast, written in lower case. */
    enum Kind {
        MARGINAL,
        SCENARIO,
        SUM;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(RateForecast forecast) {
            if (forecast instanceof MarginalForecast) {
                return MARGINAL;
            }
            return forecast instanceof ScenarioForecast ? SCENARIO : SUM;
        }
    }

    private static final Field<Kind> KIND = new Field<>("kind", TextCodec.oneOf(Kind.class, Kind::text));
    private static final Field<TimeGrid> GRID = new Field<>("grid", TimeGridCodec.INSTANCE);
    private static final Field<Long> FIRST_INDEX = new Field<>("firstIndex", WholeCodec.LONG);
    private static final Field<double[]> MEAN = new Field<>("mean", DoublesCodec.NOT_NEGATIVE);
    private static final Field<double[]> STANDARD_DEVIATION =
            new Field<>("standardDeviation", DoublesCodec.NOT_NEGATIVE);
    private static final Field<double[]> LEVELS = new Field<>("levels", DoublesCodec.NOT_NEGATIVE);
    private static final Field<List<double[]>> QUANTILES =
            new Field<>("quantiles", new ListCodec<>(double[].class, DoublesCodec.NOT_NEGATIVE));
    private static final Field<double[]> IMPULSE = new Field<>("impulse", DoublesCodec.FINITE);
    private static final Field<Dependence> DEPENDENCE = new Field<>("dependence", DependenceCodec.INSTANCE);
    private static final Field<Integer> SKIPPED = new Field<>("skipped", WholeCodec.COUNT);
    private static final Field<List<double[]>> PATHS =
            new Field<>("paths", new ListCodec<>(double[].class, DoublesCodec.NOT_NEGATIVE));
    private static final Field<List<MarginalForecast>> TERMS =
            new Field<>("terms", new ListCodec<>(RateForecast.class, new KindCodec<>(MarginalForecast.class)));

    private static final List<Field<?>> NORMAL =
            List.of(KIND, GRID, FIRST_INDEX, MEAN, STANDARD_DEVIATION, IMPULSE, DEPENDENCE, SKIPPED);
    private static final List<Field<?>> TABLE =
            List.of(KIND, GRID, FIRST_INDEX, MEAN, LEVELS, QUANTILES, IMPULSE, DEPENDENCE, SKIPPED);
    private static final List<Field<?>> SCENARIO = List.of(KIND, GRID, FIRST_INDEX, PATHS);
    private static final List<Field<?>> SUM = List.of(KIND, TERMS);

    static final Codec<RateForecast> INSTANCE = new ForecastCodec();

    private ForecastCodec() {
        super(
                RateForecast.class,
                List.of(
                        KIND,
                        GRID,
                        FIRST_INDEX,
                        MEAN,
                        STANDARD_DEVIATION,
                        LEVELS,
                        QUANTILES,
                        IMPULSE,
                        DEPENDENCE,
                        SKIPPED,
                        PATHS,
                        TERMS));
    }

    @Override
    void put(RateForecast forecast, FieldWriter out) throws IOException {
        out.put(KIND, Kind.of(forecast));
        if (forecast instanceof SumForecast sum) {
            SumSize.check(sum.terms());
            out.put(TERMS, sum.terms());
            return;
        }
        out.put(GRID, forecast.grid());
        out.put(FIRST_INDEX, forecast.firstIndex());
        if (forecast instanceof ScenarioForecast scenarios) {
            out.put(PATHS, paths(scenarios));
        } else if (forecast instanceof MarginalForecast marginal) {
            putMarginal(marginal, out);
        }
    }

    private static void putMarginal(MarginalForecast forecast, FieldWriter out) throws IOException {
        out.put(MEAN, perStep(forecast, forecast::mean));
        double[] levels = forecast.levels();
        if (levels.length == 0) {
            out.put(STANDARD_DEVIATION, perStep(forecast, forecast::standardDeviation));
        } else {
            out.put(LEVELS, levels);
            out.put(QUANTILES, quantiles(forecast, levels));
        }
        out.put(IMPULSE, forecast.impulse());
        out.put(DEPENDENCE, forecast.dependence());
        if (forecast.skipped() > 0) {
            out.put(SKIPPED, forecast.skipped());
        }
    }

    private static double[] perStep(MarginalForecast forecast, IntToDoubleFunction value) {
        return IntStream.rangeClosed(1, forecast.horizon()).mapToDouble(value).toArray();
    }

    /** At a level of the table a quantile is the number in the table itself. */
    private static List<double[]> quantiles(MarginalForecast forecast, double[] levels) {
        List<double[]> rows = new ArrayList<>();
        for (int step = 1; step <= forecast.horizon(); step++) {
            double[] row = new double[levels.length];
            for (int k = 0; k < row.length; k++) {
                row[k] = forecast.quantile(step, levels[k]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<double[]> paths(ScenarioForecast forecast) {
        return IntStream.range(0, forecast.scenarios()).mapToObj(forecast::path).toList();
    }

    @Override
    RateForecast make(FieldReader in) throws IOException {
        return switch (in.get(KIND)) {
            case MARGINAL -> marginal(in);
            case SCENARIO -> scenarios(in);
            case SUM -> sum(in);
        };
    }

    private static RateForecast marginal(FieldReader in) throws IOException {
        boolean table = in.has(LEVELS) || in.has(QUANTILES);
        in.only(table ? "marginal forecast with levels" : "marginal forecast", table ? TABLE : NORMAL);
        MarginalForecastBuilder builder = MarginalForecast.builder(in.get(GRID), in.get(FIRST_INDEX))
                .mean(in.get(MEAN))
                .impulse(in.get(IMPULSE))
                .dependence(in.get(DEPENDENCE))
                .skipped(in.find(SKIPPED).orElse(0));
        if (table) {
            builder.quantiles(in.get(LEVELS), rows(in.get(QUANTILES)));
        } else {
            builder.standardDeviation(in.get(STANDARD_DEVIATION));
        }
        return builder.build();
    }

    private static RateForecast scenarios(FieldReader in) throws IOException {
        in.only("scenario forecast", SCENARIO);
        return ScenarioForecast.of(in.get(GRID), in.get(FIRST_INDEX), rows(in.get(PATHS)));
    }

    private static RateForecast sum(FieldReader in) throws IOException {
        in.only("sum forecast", SUM);
        List<MarginalForecast> terms = in.get(TERMS);
        SumSize.check(terms);
        return RateForecast.sum(List.copyOf(terms));
    }

    private static double[][] rows(List<double[]> rows) {
        return rows.toArray(new double[0][]);
    }
}
