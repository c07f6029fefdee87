package io.headroom.json;

import io.headroom.core.Checks;
import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a small document from asking for a huge sum: adding forecasts takes memory for each term and each shock times
 * the square of the steps (those skipped count once) and time for each of them times the cube, while the document grows
 * with their first power.
 */
final class SumSize {
    /** Responses of steps to shocks: a gibibyte of doubles. */
    private static final long MOST_RESPONSES = 1L << 27;

    /** Products of responses: some twenty seconds of one core. */
    private static final long MOST_PRODUCTS = 1L << 35;

    private record Shock(long seed, String name) {}

    private SumSize() {}

    /**
     * Checks the terms of a sum.
     *
     * @throws IllegalArgumentException if they are fewer than two, cover different steps or are too large
     */
    static void check(List<MarginalForecast> terms) {
        Checks.require(
                terms.size() >= 2,
                "sum of " + terms.size() + " terms",
                "must have 2 or more",
                "the one forecast should be written by itself");
        MarginalForecast first = terms.get(0);
        Set<Shock> shocks = new HashSet<>();
        int skipped = 0;
        for (int i = 0; i < terms.size(); i++) {
            MarginalForecast term = terms.get(i);
            Checks.require(
                    term.grid().equals(first.grid())
                            && term.firstIndex() == first.firstIndex()
                            && term.horizon() == first.horizon(),
                    "term " + i + " of a sum",
                    "must cover the same steps as term 0",
                    "one flow was observed for longer than the other");
            skipped = Math.max(skipped, term.skipped());
            Dependence dependence = term.dependence();
            shocks.add(new Shock(dependence.seed(), dependence.own()));
            dependence.factors().forEach(factor -> shocks.add(new Shock(dependence.seed(), factor)));
        }
        checkSize(terms.size(), shocks.size(), first.horizon(), skipped);
    }

    private static void checkSize(int terms, int shocks, int steps, int skipped) {
        String sum = "sum of " + terms + " terms with " + shocks + " shocks over " + steps + " steps after " + skipped;
        String maybe = "the forecasts should be cut to the window that is planned";
        double responses = ((double) terms + shocks) * steps * ((double) steps + skipped);
        Checks.require(
                responses <= MOST_RESPONSES,
                sum,
                "must have at most " + MOST_RESPONSES + " = (terms + shocks) * steps * (steps + skipped)",
                maybe);
        Checks.require(
                responses * steps <= MOST_PRODUCTS,
                sum,
                "must have at most " + MOST_PRODUCTS + " = (terms + shocks) * steps^2 * (steps + skipped)",
                maybe);
    }
}
