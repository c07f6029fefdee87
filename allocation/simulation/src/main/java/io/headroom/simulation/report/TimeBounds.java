package io.headroom.simulation.report;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The first and last epoch second that a report shows anywhere, both inclusive; 0 and 0 if it shows no time. */
record TimeBounds(long from, long until) {

    static TimeBounds of(Report report) {
        Stream<LongStream> sections = report.sections().stream().map(TimeBounds::seconds);
        Stream<LongStream> focus = report.focus().stream().map(TimeBounds::ends);
        long[] all =
                Stream.concat(sections, focus).flatMapToLong(s -> s).sorted().toArray();
        return all.length == 0 ? new TimeBounds(0, 0) : new TimeBounds(all[0], all[all.length - 1]);
    }

    private static LongStream seconds(ReportSection section) {
        if (section instanceof ForecastChart chart) {
            return LongStream.concat(ends(chart.time()), ends(chart.annotations().stream()));
        }
        if (section instanceof CapacityChart chart) {
            return LongStream.concat(ends(chart.time()), ends(chart.annotations().stream()));
        }
        if (section instanceof AnomalyPanel panel) {
            return ends(panel.annotations().stream());
        }
        if (section instanceof DecisionLog log) {
            return log.entries().stream().mapToLong(entry -> entry.time().getEpochSecond());
        }
        return LongStream.empty();
    }

    private static LongStream ends(TimeAxis time) {
        return LongStream.of(time.epochSecond(0), time.endSecond());
    }

    private static LongStream ends(Stream<Annotation> annotations) {
        return annotations.map(Annotation::span).flatMapToLong(TimeBounds::ends);
    }

    private static LongStream ends(TimeSpan span) {
        return LongStream.of(span.from().getEpochSecond(), span.until().getEpochSecond());
    }
}
