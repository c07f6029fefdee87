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
 */
public record BacktestReport(BacktestResult result, String title, ZoneId zone) {
    private static final String STYLE = "backtest.css";

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
        return new BacktestReport(result, value, zone);
    }

    /**
     * The same by another wall clock.
     *
     * @param value the zone
     * @return a copy
     */
    public BacktestReport inZone(ZoneId value) {
        return new BacktestReport(result, title, value);
    }

    /**
     * The page.
     *
     * @return a whole HTML document
     */
    public String html() {
        return new Page(result, title, zone, style()).render();
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
