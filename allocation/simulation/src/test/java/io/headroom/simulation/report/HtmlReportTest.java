package io.headroom.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final int HOURS = 600;
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final String page = HtmlReport.render(ReportDemo.report(HOURS));

    @Test
    void showsWhatTheReportSays() {
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("<h1>A year of New York departures</h1>")
                .contains("<dt>Records</dt><dd>336,776 departures, 2013</dd>")
                .contains("<dt>Times shown in</dt><dd>America/New_York</dd>")
                .contains("<span class=\"value\">0.31</span>")
                .contains("<strong>February storm</strong>")
                .contains("quantile 0.98")
                .contains("class=\"badge\">best</span>")
                .contains("A violation is a step whose demand was above the usable capacity.");
    }

    @Test
    void embedsTheDataOfEachChart() throws IOException {
        JsonNode forecast = data("data-s2-ewr-forecast-and-actual-departures");
        DemoAirport airport = new DemoAirport("EWR", 24, HOURS, 1);
        assertThat(forecast.get("time").get("count").asInt()).isEqualTo(HOURS);
        assertThat(forecast.get("time").get("start").asLong()).isEqualTo(airport.time.epochSecond(0));
        for (int i = 0; i < HOURS; i++) {
            assertThat(forecast.get("actual").get(i).asDouble()).isEqualTo(airport.actual[i]);
            assertThat(forecast.get("upper").get(i).asDouble())
                    .isCloseTo(airport.upper[i], Percentage.withPercentage(0.006));
        }
        assertThat(data("data-report").get("annotations").get(0).get("label").asText())
                .isEqualTo("February storm");
    }

    @Test
    void eachPartIsReachedFromTheNavigation() {
        List<String> targets = all(Pattern.compile("<li><a href=\"#([^\"]+)\">"));
        List<String> sections = all(Pattern.compile("<section id=\"([^\"]+)\""));
        assertThat(targets).hasSize(12).doesNotHaveDuplicates().isEqualTo(sections);
    }

    @Test
    void givesTheSameBytesEachTime() {
        assertThat(HtmlReport.render(ReportDemo.report(HOURS))).isEqualTo(page);
    }

    @Test
    void refersToNothingOutside() {
        String used = page.replaceAll("(?s)/\\*.*?\\*/", "").replace("http://www.w3.org/2000/svg", "");
        assertThat(used).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
        assertThat(used).doesNotContainPattern("\\ssrc=").doesNotContainPattern("url\\(");
        assertThat(all(Pattern.compile("<link[^>]*href=\"([^\"]*)\""))).containsExactly("data:,");
    }

    @Test
    void mayRunOnlyTheScriptsThatItCarries() throws Exception {
        String policy = all(Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\""))
                .get(0);
        assertThat(policy).startsWith("default-src &#39;none&#39;;").doesNotContain("unsafe");
        List<String> contents = all(STYLE);
        Matcher scripts = SCRIPT.matcher(page);
        while (scripts.find()) {
            if (scripts.group(1).isEmpty()) {
                contents.add(scripts.group(2));
            }
        }
        assertThat(contents).hasSize(4);
        for (String content : contents) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("sha256-" + Base64.getEncoder().encodeToString(digest));
        }
        assertThat(page).doesNotContainPattern("<[^>]*\\sstyle=").doesNotContainPattern("<[^>]*\\son[a-z]+=\"");
    }

    @Test
    void keepsTheLicenceOfTheChartingLibrary() {
        assertThat(page)
                .contains("The MIT License (MIT)")
                .contains("Copyright (c) 2022 Leon Sorokin")
                .contains("The above copyright notice and this permission notice shall be included");
    }

    @Test
    void hostileWordsStayWords() throws IOException {
        String hostile = "</script><script>alert('x')</script><!-- \" & \u2028 \u00e9 \ud83d\ude80 \u0000";
        String rendered = HtmlReport.render(hostileReport(hostile));
        assertThat(rendered)
                .doesNotContain("<script>alert")
                .doesNotContain("<!-- ")
                .doesNotContain("\u2028 \u00e9 \ud83d" + "\ude80 \u0000");
        assertThat(rendered)
                .contains("<h1>&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;!-- &quot; "
                        + "&amp; \u2028 \u00e9 \ud83d\ude80 \ufffd</h1>");
        Matcher scripts = SCRIPT.matcher(rendered);
        List<String> data = new ArrayList<>();
        while (scripts.find()) {
            if (!scripts.group(1).isEmpty()) {
                data.add(scripts.group(2));
            }
        }
        assertThat(data).hasSize(5);
        assertThat(new ObjectMapper().readTree(data.get(1)).get("unit").asText())
                .isEqualTo(hostile);
        assertThat(new ObjectMapper().readTree(data.get(2)).get("rival").asText())
                .isEqualTo(hostile);
        assertThat(new ObjectMapper()
                        .readTree(data.get(4))
                        .get("bound")
                        .get("words")
                        .get(0)
                        .asText())
                .isEqualTo(hostile);
    }

    @Test
    void aYearOfHoursStaysSmall() {
        assertThat(HtmlReport.render(ReportDemo.report(8760)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(2_500_000);
    }

    @Test
    void writesTheFileAndItsFolder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("out/report.html");
        HtmlReport.write(ReportDemo.report(HOURS), file);
        HtmlReport.write(ReportDemo.report(HOURS), file);
        assertThat(Files.readString(file)).isEqualTo(page);
    }

    private static Report hostileReport(String words) {
        TimeAxis time = TimeAxis.regular(Instant.EPOCH, Duration.ofHours(1), 2);
        Samples values = Samples.of(1, 2);
        Annotation annotation = new Annotation(new TimeSpan(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)), words, words);
        return Report.builder(words, ZoneOffset.UTC)
                .subtitle(words)
                .fact(words, words)
                .section(new KeyFigures(words, words, List.of(new KeyFigures.Tile(words, words, words, words))))
                .section(new ForecastChart(
                        words, words, words, time, values, values, values, values, 0.9, List.of(annotation)))
                .section(new CapacityChart(
                        words,
                        words,
                        words,
                        time,
                        values,
                        values,
                        values,
                        Optional.of(new CapacityChart.Comparison(words, values)),
                        List.of(annotation)))
                .section(new AnomalyPanel(words, words, List.of(annotation)))
                .section(new FrontierChart(
                        words,
                        words,
                        List.of(new FrontierChart.Curve(words, List.of(new FrontierChart.Point(words, 1, 1))))))
                .section(new DecisionLog(
                        words,
                        words,
                        List.of(new DecisionLog.Entry(
                                Instant.EPOCH,
                                words,
                                words,
                                1,
                                2,
                                List.of(new DecisionLog.Reason(words, 1, 2, words))))))
                .section(new TextNote(words, words, List.of(words)))
                .build();
    }

    private JsonNode data(String id) throws IOException {
        Matcher element = Pattern.compile(
                        "<script type=\"application/json\" id=\"" + Pattern.quote(id) + "\">(.*?)</script>")
                .matcher(page);
        assertThat(element.find()).as("data element %s", id).isTrue();
        return new ObjectMapper().readTree(element.group(1));
    }

    private List<String> all(Pattern pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
