package io.headroom.forecasting.internal.ets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The race of forms for one series; forms give each other starts. Not thread-safe. */
final class Search {

    /** Largest size of values beside their differences at which relative errors still have digits. */
    private static final double MOST_RELATIVE_SIZE = 1e8;

    private static final int TRIALS = 2;
    private static final int MORE_TRIALS = 5;
    /**
     * Criterion by which a form without a trend may trail before its trends are not tried, at least and for each value.
     */
    private static final double SLACK = 20;

    private static final double SLACK_EACH = 0.1;
    /** Errors at the horizon this near to the least count as equal. */
    private static final double NEAR = 1.02;

    private final double[] y;
    private final int period;
    private final EtsOptions options;
    private final BooleanSupplier expired;
    private final Standardized centred;
    private final Standardized scaled;
    private final Map<EtsForm, Contender> contenders = new LinkedHashMap<>();
    private boolean cut;

    Search(double[] y, int period, EtsOptions options, BooleanSupplier expired) {
        this.y = y;
        this.period = period;
        this.options = options;
        this.expired = expired;
        centred = Standardized.of(y, true);
        scaled = Standardized.of(y, false);
    }

    int observed() {
        return scaled.observed;
    }

    boolean isConstant() {
        return scaled.relativeSize == Double.POSITIVE_INFINITY;
    }

    boolean isExpired() {
        return cut;
    }

    boolean isPositiveEnough(EtsForm form) {
        return !form.needsPositive() || (scaled.positive && scaled.relativeSize < MOST_RELATIVE_SIZE);
    }

    boolean isLongEnough(EtsForm form) {
        boolean spans = !form.hasSeason() || (period > 1 && y.length >= 2L * period);
        return spans && observed() > form.parameterCount(period) + 1;
    }

    /** Lists the forms to choose from. */
    List<EtsForm> suitable() {
        List<EtsForm> all = options.forms().isEmpty() ? EtsForm.admissible(true, true) : options.forms();
        List<EtsForm> forms = new ArrayList<>();
        for (EtsForm form : all) {
            boolean simple = !form.needsPositive() && form.trend() != EtsForm.TrendKind.ADDITIVE;
            if (isLongEnough(form) && isPositiveEnough(form) && (!form.hasSeason() || seasonIsFree() || simple)) {
                forms.add(form);
            }
        }
        return forms;
    }

    private boolean seasonIsFree() {
        return period <= options.longestFreeSeason();
    }

    /** Fits one form to the end, after the simpler ones it may start from. */
    Optional<Contender> fit(EtsForm form) {
        prepare(form);
        Contender contender = contender(form, Effort.of(MORE_TRIALS));
        finish(contender);
        return contender.hasValue() ? Optional.of(contender) : Optional.empty();
    }

    private void prepare(EtsForm form) {
        for (EtsForm parent : parents(form)) {
            if (!isTimeUp()) {
                prepare(parent);
                contender(parent, Effort.of(TRIALS));
            }
        }
    }

    /** Fits the best of some forms to the end. */
    Optional<Contender> select(List<EtsForm> forms) {
        boolean byHorizon = HorizonError.fits(y.length, horizon());
        List<Contender> race = new ArrayList<>();
        for (EtsForm form : forms) {
            if (!isHopeless(form)) {
                Contender contender = contender(form, byHorizon ? Effort.ROUGH : Effort.of(TRIALS));
                if (contender.hasValue()) {
                    race.add(contender);
                }
            }
            if (isTimeUp()) {
                break;
            }
        }
        race.sort(Comparator.comparingDouble(Contender::aicc));
        Optional<Contender> best = byHorizon ? bestAhead(race) : Optional.empty();
        if (best.isPresent()) {
            finish(best.get());
            return best;
        }
        return bestByCriterion(race);
    }

    private Optional<Contender> bestByCriterion(List<Contender> race) {
        Contender best = null;
        for (Contender contender : race) {
            if (best == null || contender.optimisticAicc() < best.aicc()) {
                finish(contender);
                best = best == null || contender.aicc() < best.aicc() ? contender : best;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns the horizon of the choice: that of the options, else one season if it is long, else none. */
    private int horizon() {
        boolean longSeason = period > 1 && !seasonIsFree() && y.length >= 2L * period;
        return options.horizon() == 0 && longSeason ? period : options.horizon();
    }

    /**
     * Returns the first whose error at the horizon is near the least; none if the series is too short to tell.
     *
     * <p>Errors within the series flatter a form that estimates much from it, so they are raised as in Akaike's final
     * prediction error: by (n + k) / (n - k) for the square, with k estimates from n values.
     */
    private Optional<Contender> bestAhead(List<Contender> race) {
        double[] errors = new double[race.size()];
        for (int i = 0; i < errors.length; i++) {
            Contender contender = race.get(i);
            double estimates = contender.layout.form.parameterCount(period);
            double fair = Math.sqrt((observed() + estimates) / (observed() - estimates));
            errors[i] = fair * HorizonError.of(contender.beginning(), y, horizon());
        }
        double least = Double.POSITIVE_INFINITY;
        for (double error : errors) {
            least = Math.min(least, error);
        }
        for (int i = 0; i < errors.length; i++) {
            if (errors[i] <= NEAR * least && errors[i] < Double.POSITIVE_INFINITY) {
                return Optional.of(race.get(i));
            }
        }
        return Optional.empty();
    }

    private void finish(Contender contender) {
        contender.finish();
        isTimeUp();
    }

    private boolean isTimeUp() {
        cut |= expired.getAsBoolean();
        return cut;
    }

    /** Tells whether a trend is not worth trying, because its form without one is far behind another without one. */
    private boolean isHopeless(EtsForm form) {
        Contender level = contenders.get(new EtsForm(form.error(), EtsForm.TrendKind.NONE, form.season()));
        if (!form.hasTrend() || level == null || !level.hasValue()) {
            return false;
        }
        double least = Double.POSITIVE_INFINITY;
        for (Contender contender : contenders.values()) {
            if (!contender.layout.form.hasTrend() && contender.hasValue()) {
                least = Math.min(least, contender.aicc());
            }
        }
        return level.aicc() > least + SLACK + SLACK_EACH * observed();
    }

    private Contender contender(EtsForm form, Effort effort) {
        Contender known = contenders.get(form);
        if (known != null) {
            return known;
        }
        Layout layout = new Layout(form, period, seasonIsFree());
        Contender contender = new Contender(layout, form.needsPositive() ? scaled : centred, expired);
        contender.enterRough(new Starts(contender.series.values, layout).cold(), effort.starts());
        for (EtsForm parent : parents(form)) {
            Contender simpler = contenders.get(parent);
            if (simpler != null && simpler.hasValue()) {
                WarmStart.from(simpler, contender).ifPresent(start -> contender.enter(start));
            }
        }
        contender.advance(effort.trials(), effort.steps());
        contenders.put(form, contender);
        return contender;
    }

    /** Lists the forms from whose fits a form may start: less trend, additive season, additive error. */
    private List<EtsForm> parents(EtsForm form) {
        List<EtsForm> parents = new ArrayList<>();
        if (form.hasTrend()) {
            parents.add(new EtsForm(form.error(), EtsForm.TrendKind.NONE, form.season()));
        }
        if (form.isDamped()) {
            parents.add(new EtsForm(form.error(), EtsForm.TrendKind.ADDITIVE, form.season()));
        }
        if (form.hasSeasonFactors()) {
            parents.add(new EtsForm(EtsForm.ErrorKind.MULTIPLICATIVE, form.trend(), EtsForm.SeasonKind.ADDITIVE));
        } else if (form.hasRelativeError()) {
            parents.add(new EtsForm(EtsForm.ErrorKind.ADDITIVE, form.trend(), form.season()));
        }
        return parents;
    }

    /** What is spent on a form before it is compared: cold starts to settle, which is most of the cost, trials, steps. */
    private record Effort(int starts, int trials, int steps) {
        /**
         * Enough when errors at the horizon decide. Chosen on training parts of the M4 hourly series, four hold-outs of 48
         * hours: forms chosen so forecast no worse than with every start settled.
         */
        static final Effort ROUGH = new Effort(2, 1, 6);

        /** For the criterion, which needs the optimum: every start. */
        static Effort of(int trials) {
            return new Effort(Integer.MAX_VALUE, trials, 4);
        }
    }
}
