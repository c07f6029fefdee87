package io.headroom.simulation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns a {@link Report} into one HTML page that needs nothing else: it opens offline, in light and dark, on wide and
 * narrow screens, and on paper. Stateless and thread-safe; the same report gives the same bytes.
 */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes the page as UTF-8, replacing a file that is there.
     *
     * @param report what to show
     * @param file where to, in a folder that exists or can be made
     * @throws IOException if the file cannot be written
     */
    public static void write(Report report, Path file) throws IOException {
        byte[] page = render(report).getBytes(StandardCharsets.UTF_8);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, page);
    }

    /**
     * Returns the page.
     *
     * @param report what to show
     * @return a whole HTML document
     */
    public static String render(Report report) {
        return new Page(report, Assets.load()).render();
    }
}
