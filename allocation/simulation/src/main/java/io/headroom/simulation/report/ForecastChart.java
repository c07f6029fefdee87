package io.headroom.simulation.report;

import java.util.List;

/**
 * What was forecast, with its band, against what came. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param unit of all values, such as "departures per hour"; not blank
 * @param time the points
 * @param actual what came, NaN where nothing was measured
 * @param mean the forecast mean made for each point, NaN where there was none
 * @param lower the lower end of the band, NaN exactly where the mean is
 * @param upper the upper end of the band, at least the lower, NaN exactly where the mean is
 * @param level the share of actual values that the band should hold, above 0 and below 1
 * @param annotations shaded on this chart alone, beside those of the report's {@link AnomalyPanel}s
 */
public record ForecastChart(
        String title,
        String note,
        String unit,
        TimeAxis time,
        Samples actual,
        Samples mean,
        Samples lower,
        Samples upper,
        double level,
        List<Annotation> annotations)
        implements ReportSection {

    /**
     * Checks that the parts fit together.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param unit of all values, such as "departures per hour"; not blank
     * @param time the points
     * @param actual what came, NaN where nothing was measured
     * @param mean the forecast mean made for each point, NaN where there was none
     * @param lower the lower end of the band, NaN exactly where the mean is
     * @param upper the upper end of the band, at least the lower, NaN exactly where the mean is
     * @param level the share of actual values that the band should hold, above 0 and below 1
     * @param annotations shaded on this chart alone, beside those of the report's {@link AnomalyPanel}s
     * @throws IllegalArgumentException if a text is blank, lengths differ, the band runs backwards or is missing where
     *     the mean is not, or the level is not between 0 and 1
     */
    public ForecastChart {
        Checks.text("title of forecast chart", title);
        String of = " of \"" + title + "\"";
        Checks.present("note" + of, note);
        Checks.text("unit" + of, unit);
        int size = Checks.present("time" + of, time).size();
        Checks.sameLength("actual" + of, actual.size(), "its time axis", size);
        Checks.sameLength("mean" + of, mean.size(), "its time axis", size);
        Checks.sameLength("lower" + of, lower.size(), "its time axis", size);
        Checks.sameLength("upper" + of, upper.size(), "its time axis", size);
        if (!(level > 0 && level < 1)) {
            throw Checks.refused(
                    "level" + of + " is " + level + ", needs to be above 0 and below 1", "it was given in percent.");
        }
        for (int i = 0; i < size; i++) {
            checkBand(of, time, i, mean.at(i), lower.at(i), upper.at(i));
        }
        annotations = List.copyOf(annotations);
    }

    /** Returns the share of the measured and forecast points whose actual lies in the band; NaN if there is none. */
    double coverage() {
        int held = 0;
        int judged = 0;
        for (int i = 0; i < time.size(); i++) {
            if (!actual.isMissing(i) && !mean.isMissing(i)) {
                judged++;
                if (actual.at(i) >= lower.at(i) && actual.at(i) <= upper.at(i)) {
                    held++;
                }
            }
        }
        return judged == 0 ? Double.NaN : (double) held / judged;
    }

    /** Returns how many points have no actual value. */
    int gaps() {
        int gaps = 0;
        for (int i = 0; i < time.size(); i++) {
            if (actual.isMissing(i)) {
                gaps++;
            }
        }
        return gaps;
    }

    private static void checkBand(String of, TimeAxis time, int i, double mean, double lower, double upper) {
        boolean missing = Double.isNaN(mean);
        if (Double.isNaN(lower) != missing || Double.isNaN(upper) != missing) {
            throw Checks.refused(
                    "forecast" + of + " at " + time.instant(i) + " has mean " + mean + ", lower " + lower + ", upper "
                            + upper + ", needs all three or none",
                    "the band was not filled for every origin.");
        }
        if (lower > upper) {
            throw Checks.refused(
                    "band" + of + " at " + time.instant(i) + " has lower " + lower + " above upper " + upper,
                    "the two were swapped.");
        }
    }
}
