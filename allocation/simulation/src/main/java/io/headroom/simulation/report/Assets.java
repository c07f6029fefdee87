package io.headroom.simulation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The style sheets and scripts that every page carries, read once from the class path. Thread-safe. */
final class Assets {

    /** The charting library's folder in its jar. */
    private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/";

    private static final String OWN = "io/headroom/simulation/report/";

    /** This package's scripts in the order in which they build on each other. */
    private static final List<String> SCRIPTS = List.of(
            "page.js",
            "time.js",
            "series.js",
            "range.js",
            "timebar.js",
            "marks.js",
            "timechart.js",
            "frontier.js",
            "decisions.js",
            "main.js");

    private final List<String> styles;
    private final List<String> scripts;

    private Assets(List<String> styles, List<String> scripts) {
        this.styles = styles;
        this.scripts = scripts;
    }

    /** Returns the assets; the first call reads them. */
    static Assets load() {
        return Holder.ASSETS;
    }

    /** Returns the contents of the page's style elements. */
    List<String> styles() {
        return styles;
    }

    /** Returns the contents of the page's script elements. */
    List<String> scripts() {
        return scripts;
    }

    private static Assets read() {
        String licence = "/*! uPlot 1.6.30, charting library\n"
                + resource(UPLOT + "LICENSE").strip() + "\n*/\n";
        String uplot = licence + resource(UPLOT + "dist/uPlot.iife.min.js").strip() + "\n";
        String own = SCRIPTS.stream().map(name -> resource(OWN + name)).collect(Collectors.joining("\n"));
        return new Assets(
                List.of(
                        licence + resource(UPLOT + "dist/uPlot.min.css").strip() + "\n",
                        resource(OWN + "report.css") + resource(OWN + "sections.css")),
                List.of(embeddable(uplot), embeddable("(() => {\n\"use strict\";\n" + own + "})();\n")));
    }

    /** Refuses a script that would end its own element. */
    private static String embeddable(String script) {
        if (script.contains("</script") || script.contains("<!--")) {
            throw new IllegalStateException("script contains \"</script\" or \"<!--\", cannot be embedded\n"
                    + "Maybe another version of the charting library is on the class path.");
        }
        return script;
    }

    /** Own files are found through the module, which hides them from the class loader; the library's are on the class path. */
    private static @Nullable InputStream open(String name) {
        InputStream own = Assets.class.getResourceAsStream("/" + name);
        ClassLoader loader = Assets.class.getClassLoader();
        return own != null || loader == null ? own : loader.getResourceAsStream(name);
    }

    private static String resource(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is not on the class path\n"
                        + "Maybe the jar org.webjars.npm:uplot:1.6.30 was excluded or relocated.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }

    private static final class Holder {
        private static final Assets ASSETS = read();
    }
}
