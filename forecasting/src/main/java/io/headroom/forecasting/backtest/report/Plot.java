package io.headroom.forecasting.backtest.report;

import static io.headroom.forecasting.backtest.report.Html.px;

import java.util.List;

/** One chart as inline SVG: a frame with marks, lines and bands in it. Not thread-safe. */
final class Plot {
    static final double WIDTH = 860;
    static final double LEFT = 64;
    static final double RIGHT = WIDTH - 16;
    static final double TOP = 26;

    private static final double BELOW = 44;

    private final Html out;
    private final Axis x;
    private final Axis y;

    /** Opens a chart; its bottom is where the y axis starts. */
    Plot(Html out, String words, Axis x, Axis y) {
        this.out = out;
        this.x = x;
        this.y = y;
        String box = "0 0 " + px(WIDTH) + " " + px(y.from() + BELOW);
        out.open("svg", "class", "plot", "viewBox", box, "role", "img", "aria-label", words)
                .trusted("\n");
    }

    /** Grid, marks and the names of both axes. */
    Plot frame(String xName, List<Axis.Tick> xTicks, String yName, List<Axis.Tick> yTicks) {
        for (Axis.Tick tick : yTicks) {
            rule("grid", LEFT, y.at(tick.value()), RIGHT, y.at(tick.value()));
            label(LEFT - 8, y.at(tick.value()) + 4, "end", tick.label());
        }
        rule("axis", LEFT, y.from(), RIGHT, y.from());
        for (Axis.Tick tick : xTicks) {
            rule("axis", x.at(tick.value()), y.from(), x.at(tick.value()), y.from() + 5);
            label(x.at(tick.value()), y.from() + 18, "middle", tick.label());
        }
        label(RIGHT, y.from() + 36, "end", xName);
        label(LEFT, TOP - 12, "start", yName);
        return this;
    }

    private void label(double px, double py, String anchor, String text) {
        out.element("text", text, "x", px(px), "y", px(py), "text-anchor", anchor);
    }

    private void rule(String style, double x1, double y1, double x2, double y2) {
        out.open("line", "class", style, "x1", px(x1), "y1", px(y1), "x2", px(x2), "y2", px(y2));
        out.close("line");
    }

    /** A line over the whole width. */
    Plot level(String style, double value) {
        rule(style, LEFT, y.at(value), RIGHT, y.at(value));
        return this;
    }

    /** A line over the whole height. */
    Plot moment(String style, double value, String words) {
        rule(style, x.at(value), y.from(), x.at(value), y.to());
        label(x.at(value) + 5, y.to() + 10, "start", words);
        return this;
    }

    /** A line through points; one that is NaN breaks it. */
    Plot line(String style, double[] xs, double[] ys) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < xs.length; i++) {
            boolean known = !Double.isNaN(ys[i]);
            if (known) {
                path.append(down ? 'L' : 'M').append(point(xs[i], ys[i]));
                if (!down && (i + 1 == xs.length || Double.isNaN(ys[i + 1]))) {
                    path.append("h0"); // a round cap makes a dot of a point between gaps
                }
            }
            down = known;
        }
        return path(style, path);
    }

    /** The area between two lines without gaps. */
    Plot band(String style, double[] xs, double[] lower, double[] upper) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(xs[i], upper[i]));
        }
        for (int i = xs.length - 1; i >= 0; i--) {
            path.append('L').append(point(xs[i], lower[i]));
        }
        return path(style, path.append('Z'));
    }

    private Plot path(String style, CharSequence d) {
        out.open("path", "class", style, "d", d.toString()).close("path");
        return this;
    }

    private String point(double vx, double vy) {
        double inside = Math.min(Math.max(vy, y.low()), y.high());
        return px(x.at(vx)) + " " + px(y.at(inside));
    }

    void end() {
        out.close("svg");
    }
}
