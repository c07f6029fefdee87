package io.headroom.forecasting.internal.ets;

import java.util.List;

/** One row of points.csv: a model somebody else fitted, and its log-likelihood. */
record ReferencePoint(
        String source, String series, EtsForm form, EtsParameters parameters, EtsStates states, double logLikelihood) {

    static List<ReferencePoint> all() {
        return Classics.rows("points.csv").stream().map(ReferencePoint::of).toList();
    }

    private static ReferencePoint of(List<String> row) {
        EtsParameters parameters = new EtsParameters(
                Double.parseDouble(row.get(3)), number(row.get(4), 0), number(row.get(5), 0), number(row.get(6), 1));
        EtsStates states =
                new EtsStates(Double.parseDouble(row.get(7)), number(row.get(8), 0), Classics.numbers(row.get(9)));
        return new ReferencePoint(
                row.get(0), row.get(1), Classics.form(row.get(2)), parameters, states, Double.parseDouble(row.get(10)));
    }

    private static double number(String text, double otherwise) {
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    EtsModel evaluate() {
        return EtsModel.evaluate(
                form, parameters, states, Classics.series(series).values());
    }

    @Override
    public String toString() {
        return source + " " + series + " " + form;
    }
}
