package io.headroom.json;

import io.headroom.core.ConfidenceInterval;
import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.MarginalForecast;
import io.headroom.core.Measure;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.ResourceDelta;
import io.headroom.core.ResourcePool;
import io.headroom.core.Resources;
import io.headroom.core.Rung;
import io.headroom.core.ScenarioForecast;
import io.headroom.core.SeriesKey;
import io.headroom.core.Stock;
import io.headroom.core.SumForecast;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** One value or more of each type of the core. */
final class Samples {
    static final Region EU = Region.of("eu-west");
    static final Region US = Region.of("us-east");
    static final RegionPair LINK = new RegionPair(EU, US);
    static final TransactionType API = TransactionType.of("api-call");
    static final TransactionType REPLICATION = TransactionType.of("replication write");
    static final Flow FLOW = new Flow(LINK, API);
    static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(1));
    static final long FIRST = 29_539_440;

    static final MarginalForecast NORMAL = MarginalForecast.builder(GRID, FIRST)
            .mean(120, 130)
            .standardDeviation(15, 20)
            .impulse(1, 0.8)
            .dependence(Dependence.independent(7, FLOW.key()).with("day", 0.6))
            .build();

    static final MarginalForecast TABLE = MarginalForecast.builder(GRID, FIRST)
            .mean(10.5, 0.1)
            .quantiles(new double[] {0.05, 0.5, 0.95}, new double[][] {{7.25, 10, 15}, {0, 0.1, 1.0 / 3}})
            .build();

    static final ScenarioForecast SCENARIOS =
            ScenarioForecast.of(GRID, FIRST, new double[][] {{1, 2}, {0.5, 2.5}, {3, 0}});

    static final SumForecast SUM = (SumForecast) NORMAL.plus(TABLE);

    static final NodeGroup MACHINES = new NodeGroup("eu-vm", EU, NodeGroup.Kind.VM, new Resources(8, 200, 0.5));
    static final NodeGroup VOLUMES =
            new NodeGroup("eu-disk", EU, NodeGroup.Kind.STORAGE_VOLUME, Resources.storage(500));

    private Samples() {}

    static Stream<Sample<?>> all() {
        return Stream.of(names(), rates(), forecasts(), resources()).flatMap(part -> part);
    }

    private static Stream<Sample<?>> names() {
        return Stream.of(
                new Sample<>("region", Region.class, EU),
                new Sample<>("region-pair", RegionPair.class, LINK),
                new Sample<>("location-region", Location.class, EU),
                new Sample<>("location-link", Location.class, LINK),
                new Sample<>("transaction-type", TransactionType.class, REPLICATION),
                new Sample<>("flow", Flow.class, FLOW),
                new Sample<>("series-key", SeriesKey.class, SeriesKey.bytes(FLOW)),
                new Sample<>("measure", Measure.class, Measure.TRANSACTIONS),
                new Sample<>("resource", Resource.class, Resource.BANDWIDTH),
                new Sample<>("rung", Rung.class, Rung.SEASONAL_NAIVE),
                new Sample<>("node-kind", NodeGroup.Kind.class, NodeGroup.Kind.CONTAINER_INSTANCE));
    }

    private static Stream<Sample<?>> rates() {
        TransactionRecord bare = new TransactionRecord(EU, US, Instant.parse("2026-03-01T12:00:00.123456789Z"), API);
        RateSeries series = RateSeries.of(GRID, FIRST, 12, Double.NaN, 0, 0.1);
        return Stream.of(
                new Sample<>("transaction-record-bare", TransactionRecord.class, bare),
                new Sample<>(
                        "transaction-record",
                        TransactionRecord.class,
                        bare.withId("\"7\" \u00fc").withVolumeBytes(Long.MAX_VALUE)),
                new Sample<>(
                        "time-grid",
                        TimeGrid.class,
                        new TimeGrid(Instant.parse("2026-01-01T00:00:00.250Z"), Duration.ofMillis(90_500))),
                new Sample<>("rate-series", RateSeries.class, series),
                new Sample<>("rate-series-empty", RateSeries.class, RateSeries.of(GRID, -1)));
    }

    private static Stream<Sample<?>> forecasts() {
        Instant at = Instant.parse("2026-03-01T12:01:00Z");
        ConfidenceInterval confidence = new ConfidenceInterval(0.9, 97.1, 162.9);
        PredictionData bare = new PredictionData(LINK, at, 130, confidence, Map.of(API, NORMAL), Map.of(), Rung.FULL);
        Map<TransactionType, RateForecast> two = Map.of(REPLICATION, SCENARIOS, API, SUM);
        PredictionData full = new PredictionData(LINK, at, 132.5, confidence, two, Map.of(API, TABLE), Rung.PRIOR);
        return Stream.of(
                new Sample<>("window", Window.class, Window.of(0, 5)),
                new Sample<>("confidence-interval", ConfidenceInterval.class, new ConfidenceInterval(0.9, 0, 2.5)),
                new Sample<>(
                        "dependence",
                        Dependence.class,
                        Dependence.independent(Long.MIN_VALUE, "own")
                                .with("day", -0.6)
                                .with("", 0.25)),
                new Sample<>("forecast-normal", RateForecast.class, NORMAL),
                new Sample<>("forecast-table", MarginalForecast.class, TABLE),
                new Sample<>("forecast-skipped", RateForecast.class, NORMAL.skip(1)),
                new Sample<>("forecast-scenarios", ScenarioForecast.class, SCENARIOS),
                new Sample<>("forecast-sum", SumForecast.class, SUM),
                new Sample<>("prediction-data", PredictionData.class, full),
                new Sample<>("prediction-data-bare", PredictionData.class, bare));
    }

    private static Stream<Sample<?>> resources() {
        Resources some = new Resources(4, 0.5, 1e-3);
        return Stream.of(
                new Sample<>("resources", Resources.class, some),
                new Sample<>("node-group", NodeGroup.class, MACHINES),
                new Sample<>("stock", Stock.class, new Stock(3, 1, 2, 0)),
                new Sample<>(
                        "resource-pool",
                        ResourcePool.class,
                        new ResourcePool(EU, Map.of(MACHINES, new Stock(3, 1, 2, 0), VOLUMES, Stock.EMPTY))),
                new Sample<>("resource-pool-empty", ResourcePool.class, new ResourcePool(LINK, Map.of())),
                new Sample<>("resource-delta", ResourceDelta.class, new ResourceDelta(LINK, some, Resources.NONE)));
    }
}
