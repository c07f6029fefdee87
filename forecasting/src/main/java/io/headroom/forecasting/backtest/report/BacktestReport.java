package io.headroom.forecasting.backtest.report;

import io.headroom.forecasting.backtest.BacktestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Writes a backtest as one HTML page that needs nothing else: it opens offline, in light and dark, on screen and on paper. Immutable and
 * thread-safe.
 *
 * @param result what to show
 * @param title the page's title
 * @param zone the wall clock of the times shown
 * @param shown label of the predictor whose forecasts are drawn; empty for the best
 * @param learning a learning curve to draw; without points there is no section on it
 */
public record BacktestReport(BacktestResult result, String title, ZoneId zone, String shown, LearningCurve learning) {
    private static final String STYLE = "backtest.css";

    /**
     * A report on the forecasts of the best predictor.
     *
     * @param result what to show
     * @param title the page's title
     * @param zone the wall clock of the times shown
     */
    public BacktestReport(BacktestResult result, String title, ZoneId zone) {
        this(result, title, zone, "", LearningCurve.none());
    }

    /**
     * A report with times in UTC.
     *
     * @param result what to show
     * @return the report
     */
    public static BacktestReport of(BacktestResult result) {
        return new BacktestReport(result, "Backtest", ZoneOffset.UTC);
    }

    /**
     * The same under another title.
     *
     * @param value the title
     * @return a copy
     */
    public BacktestReport titled(String value) {
        return new BacktestReport(result, value, zone, shown, learning);
    }

    /**
     * The same by another wall clock.
     *
     * @param value the zone
     * @return a copy
     */
    public BacktestReport inZone(ZoneId value) {
        return new BacktestReport(result, title, value, shown, learning);
    }

    /**
     * The same with the forecasts of another predictor.
     *
     * @param label its label in the comparison
     * @return a copy
     * @throws IllegalArgumentException if the comparison has no such label
     */
    public BacktestReport showing(String label) {
        result.predictor(label);
        return new BacktestReport(result, title, zone, label, learning);
    }

    /**
     * The same with a learning curve.
     *
     * @param curve how the loss of a model fell
     * @return a copy
     */
    public BacktestReport learning(LearningCurve curve) {
        return new BacktestReport(result, title, zone, shown, curve);
    }

    /**
     * The page.
     *
     * @return a whole HTML document
     */
    public String html() {
        return new Page(this, style()).render();
    }

    /**
     * Writes the page as UTF-8, replacing a file that is there.
     *
     * @param file where to, in a folder that exists or can be made
     * @throws IOException if the file cannot be written
     */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, html());
    }

    private static String style() {
        try (InputStream in = BacktestReport.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + STYLE + " is not beside " + BacktestReport.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + STYLE, e);
        }
    }
}
