package io.headroom.simulation.whatif;

import io.headroom.allocation.Problem;
import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was recorded. The demand of a region alone is taken as a flow to a region that no policy places; the allocator's complaint about
 * that region is left out of what is reported. Immutable and thread-safe.
 *
 * @param rates the rates of each flow, at least one, all on one grid
 * @param demandModel what transactions cost
 * @param stand the region that stands for everywhere else; empty if flows were recorded, or a link
 */
record Recording(SortedMap<Flow, RateSeries> rates, DemandModel demandModel, Optional<Region> stand) {
    private static final TransactionType DEMAND = TransactionType.of("demand");
    private static final String ELSEWHERE = "elsewhere";

    Recording {
        rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
        Checks.require(
                !rates.isEmpty(), "recording of 0 flows", "must have one or more", "the wrong time was asked for");
        TimeGrid grid = firstGrid(rates);
        rates.forEach((flow, series) -> Checks.require(
                series.grid().equals(grid),
                "grid of " + flow + ", " + series.grid(),
                "must be " + grid + " as that of the others",
                "they were recorded with different steps"));
    }

    static Recording of(Map<Flow, RateSeries> rates, DemandModel demandModel) {
        return new Recording(new TreeMap<>(rates), demandModel, Optional.empty());
    }

    static Recording ofDemand(Location location, Resource resource, RateSeries demand) {
        Resources one = Resources.NONE.with(resource, 1);
        if (location instanceof RegionPair link) {
            return new Recording(
                    new TreeMap<>(Map.of(new Flow(link, DEMAND), demand)),
                    DemandModel.uniform(FlowDemand.perTransaction(Resources.NONE, Resources.NONE, one)),
                    Optional.empty());
        }
        String key = location.key();
        Region elsewhere = Region.of(key.equals(ELSEWHERE) ? ELSEWHERE + "-else" : ELSEWHERE);
        Flow flow = new Flow(new RegionPair(Region.of(key), elsewhere), DEMAND);
        return new Recording(
                new TreeMap<>(Map.of(flow, demand)),
                DemandModel.uniform(FlowDemand.perTransaction(one, Resources.NONE, Resources.NONE)),
                Optional.of(elsewhere));
    }

    private static TimeGrid firstGrid(Map<Flow, RateSeries> rates) {
        return rates.values().iterator().next().grid();
    }

    TimeGrid grid() {
        return firstGrid(rates);
    }

    /** The last instant that something was recorded before. */
    Instant end() {
        long end = rates.values().stream().mapToLong(RateSeries::endIndex).max().orElseThrow();
        return grid().start(end);
    }

    /** What was recorded before an instant; flows that begin later are left out. */
    Map<SeriesKey, RateSeries> before(Instant instant) {
        long index = grid().index(instant);
        Map<SeriesKey, RateSeries> history = new TreeMap<>();
        rates.forEach((flow, series) -> {
            long steps = Math.min(index - series.firstIndex(), series.length());
            if (steps > 0) {
                history.put(SeriesKey.transactions(flow), series.slice(0, (int) steps));
            }
        });
        return history;
    }

    /** The demand of each location in the step that holds an instant. */
    Map<Location, Resources> demand(Instant instant) {
        Map<Location, Resources> demand = new TreeMap<>(Location.ORDER);
        long index = grid().index(instant);
        rates.forEach((flow, series) -> {
            long i = index - series.firstIndex();
            if (i >= 0 && i < series.length() && !series.isMissing((int) i)) {
                double rate = series.rate((int) i);
                FlowDemand cost = demandModel.demand(flow);
                demand.merge(flow.pair().source(), cost.source().times(rate), Resources::plus);
                demand.merge(flow.pair().destination(), cost.destination().times(rate), Resources::plus);
                demand.merge(flow.pair(), cost.link().times(rate), Resources::plus);
            }
        });
        return demand;
    }

    /** All problems but those that are this recording's own doing. */
    List<Problem> foreignProblems(List<Problem> problems) {
        return problems.stream()
                .filter(p -> stand.isEmpty()
                        || !p.step().equals("policy")
                        || !p.message().startsWith("region '" + stand.get() + "'"))
                .toList();
    }
}
