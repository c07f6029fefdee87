package io.headroom.simulation.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The data that the page's scripts draw: one JSON text for the report and one for each section that needs any. */
final class Payload {

    private Payload() {}

    /** Returns what all charts share: the zone, the focus, and the times to shade everywhere. */
    static String ofReport(Report report) {
        TimeBounds bounds = TimeBounds.of(report);
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("zone", ZoneOffsets.name(report.zone()));
            json.writeArrayFieldStart("offsets");
            for (long[] offset : ZoneOffsets.between(report.zone(), bounds.from(), bounds.until())) {
                json.writeArray(offset, 0, offset.length);
            }
            json.writeEndArray();
            if (report.focus().isPresent()) {
                json.writeFieldName("focus");
                span(json, report.focus().get());
            }
            json.writeArrayFieldStart("annotations");
            for (ReportSection section : report.sections()) {
                if (section instanceof AnomalyPanel panel) {
                    annotations(json, panel.annotations());
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Returns what one section's scripts need, or nothing if it has none. */
    static Optional<String> ofSection(ReportSection section, StrategyColours colours) {
        if (section instanceof ForecastChart chart) {
            return Optional.of(Json.text(json -> forecast(json, chart)));
        }
        if (section instanceof CapacityChart chart) {
            return Optional.of(Json.text(json -> capacity(json, chart, colours)));
        }
        if (section instanceof FrontierChart chart) {
            return Optional.of(Json.text(json -> frontier(json, chart, colours)));
        }
        if (section instanceof DecisionLog log) {
            return Optional.of(DecisionPayload.of(log));
        }
        return Optional.empty();
    }

    private static void forecast(JsonGenerator json, ForecastChart chart) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "forecast");
        json.writeStringField("unit", chart.unit());
        json.writeFieldName("level");
        Json.value(json, chart.level());
        Json.time(json, "time", chart.time());
        Json.samples(json, "actual", chart.actual());
        Json.samples(json, "mean", chart.mean());
        Json.samples(json, "lower", chart.lower());
        Json.samples(json, "upper", chart.upper());
        json.writeArrayFieldStart("annotations");
        annotations(json, chart.annotations());
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void capacity(JsonGenerator json, CapacityChart chart, StrategyColours colours) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "capacity");
        json.writeStringField("unit", chart.unit());
        Json.time(json, "time", chart.time());
        Json.samples(json, "demand", chart.demand());
        Json.samples(json, "usable", chart.usable());
        Json.samples(json, "paid", chart.paid());
        if (chart.comparison().isPresent()) {
            CapacityChart.Comparison comparison = chart.comparison().get();
            json.writeStringField("rival", comparison.strategy());
            json.writeNumberField("rivalColour", colours.of(comparison.strategy()));
            Json.samples(json, "rivalUsable", comparison.usable());
        }
        violations(json, chart);
        json.writeArrayFieldStart("annotations");
        annotations(json, chart.annotations());
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes violated points as the first of a run and its length in turn; from the unrounded values. */
    private static void violations(JsonGenerator json, CapacityChart chart) throws IOException {
        json.writeArrayFieldStart("violations");
        int start = -1;
        for (int i = 0; i <= chart.time().size(); i++) {
            boolean violated = i < chart.time().size() && chart.isViolated(i);
            if (violated && start < 0) {
                start = i;
            } else if (!violated && start >= 0) {
                json.writeNumber(start);
                json.writeNumber(i - start);
                start = -1;
            }
        }
        json.writeEndArray();
    }

    private static void frontier(JsonGenerator json, FrontierChart chart, StrategyColours colours) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "frontier");
        json.writeArrayFieldStart("curves");
        for (FrontierChart.Curve curve : chart.curves()) {
            json.writeStartObject();
            json.writeStringField("strategy", curve.strategy());
            json.writeNumberField("colour", colours.of(curve.strategy()));
            json.writeArrayFieldStart("points");
            for (FrontierChart.Point point : curve.points()) {
                json.writeStartArray();
                json.writeString(point.parameter());
                Json.value(json, point.costRatio());
                Json.value(json, point.violationPercent());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void annotations(JsonGenerator json, List<Annotation> annotations) throws IOException {
        for (Annotation annotation : annotations) {
            json.writeStartObject();
            json.writeFieldName("span");
            span(json, annotation.span());
            json.writeStringField("label", annotation.label());
            json.writeEndObject();
        }
    }

    private static void span(JsonGenerator json, TimeSpan span) throws IOException {
        json.writeStartArray();
        json.writeNumber(span.from().getEpochSecond());
        json.writeNumber(span.until().getEpochSecond());
        json.writeEndArray();
    }
}
