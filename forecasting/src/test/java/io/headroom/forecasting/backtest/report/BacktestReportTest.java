package io.headroom.forecasting.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.core.Window;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.backtest.Backtest;
import io.headroom.forecasting.backtest.BacktestBuilder;
import io.headroom.forecasting.backtest.BacktestResult;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The page of a backtest. */
class BacktestReportTest {
    private static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));

    private static Map<SeriesKey, RateSeries> waves(int number) {
        Map<SeriesKey, RateSeries> all = new TreeMap<>();
        for (int s = 0; s < number; s++) {
            Random random = new Random(s);
            double[] rates = new double[24 * 8];
            double size = StrictMath.pow(10, s - 3);
            double noise = 0.05 * (s + 1);
            Arrays.setAll(
                    rates,
                    i -> i % 31 == 5
                            ? Double.NaN
                            : size
                                    * Math.max(
                                            0,
                                            2 + StrictMath.sin(2 * Math.PI * i / 24) + noise * random.nextGaussian()));
            all.put(SeriesKey.transactions(Flow.of("eu", "r" + s, "a<b&\"c\"")), RateSeries.of(HOURS, 480_000, rates));
        }
        return all;
    }

    private static BacktestResult result(int series) {
        BacktestBuilder builder = Backtest.builder(24, 24)
                .predictor("smooth & \"steady\"", Predictors.ets(24))
                .predictor(Predictors.naive())
                .leadWindow(Window.of(2, 4), 0.99)
                .ticker(() -> 0)
                .origins(2)
                .fitOnce();
        return builder.build().run(waves(series));
    }

    /** Void elements and the doctype are all that keeps the page from being XML. */
    private static Document parse(String html) throws Exception {
        String xml = html.replace("<!doctype html>", "").replaceAll("<(meta|link)([^>]*)>", "<$1$2/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void thePageIsWellFormedAndHoldsEveryPart() throws Exception {
        Document page =
                parse(BacktestReport.of(result(6)).titled("A <title> & more").html());
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo("A <title> & more");
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2 + 3);
        assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(3);
        assertThat(page.getElementsByTagName("h2").getLength()).isEqualTo(4);
        String words = page.getDocumentElement().getTextContent();
        assertThat(words)
                .contains("smooth & \"steady\"", "Worst series: eu>r", "Middle series", "Best series", "a<b&\"c\"")
                .contains("6 series, 12 origins", "transactions per second", "max pinball", "95.0 % interval")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void itLoadsNothingAndRunsNothing() {
        String html = BacktestReport.of(result(2)).html();
        assertThat(html)
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
                .doesNotContain("<script", "http://", "https://", "@import", "src=\"");
        assertThat(html.replace("url(", "")).hasSameSizeAs(html);
    }

    @Test
    void theSameResultGivesTheSameBytes() {
        assertThat(BacktestReport.of(result(3)).html())
                .isEqualTo(BacktestReport.of(result(3)).html());
    }

    @Test
    void oneSeriesIsShownOnceAndWithoutKeptForecastsNone() throws Exception {
        assertThat(BacktestReport.of(result(1)).html()).contains("The series: ").doesNotContain("Worst");
        assertThat(BacktestReport.of(result(2)).html())
                .contains("Worst series", "Best series")
                .doesNotContain("Middle");
        BacktestResult bare = Backtest.builder(24, 24)
                .predictor(Predictors.naive())
                .origins(1)
                .keepForecasts(false)
                .build()
                .run(waves(3));
        assertThat(parse(BacktestReport.of(bare).html())
                        .getElementsByTagName("svg")
                        .getLength())
                .isEqualTo(2);
    }

    @Test
    void aSeriesWithoutAScaleLeavesAPage() throws Exception {
        double[] flat = new double[24 * 5];
        Arrays.fill(flat, 7);
        BacktestResult result = Backtest.builder(24, 24)
                .predictor(Predictors.naive())
                .origins(1)
                .build()
                .run(Map.of(SeriesKey.bytes(Flow.of("eu", "us", "order")), RateSeries.of(HOURS, 0, flat)));
        Document page = parse(BacktestReport.of(result).html());
        assertThat(page.getDocumentElement().getTextContent())
                .contains("1 series have no scale")
                .doesNotContain("NaN");
    }

    @Test
    void timesAreShownByTheWallClockAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/page.html");
        BacktestReport.of(result(2)).inZone(ZoneId.of("Asia/Tokyo")).write(file);
        assertThat(Files.readString(file)).contains("time, Asia/Tokyo").contains("12:00</text>");
    }
}
