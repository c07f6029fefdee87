package io.headroom.allocation;

import io.headroom.allocation.rules.ReadyStock;
import io.headroom.core.Location;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Resource;
import io.headroom.core.TimeGrid;
import io.headroom.core.Window;
import io.headroom.spi.DemandModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What ready stocks have to cover together with what is allocated: the requirement, at the stock's own safety, over the steps from the time
 * to hand out to the end of the window that a decision covers. A pure function of its arguments; immutable and thread-safe. Cost: for
 * locations with a ready stock another sum of their demand, and a window quantile for each.
 */
final class SurgeNeeds {
    private final ResourceDeltaCalculator calculator;
    private final DemandModel demandModel;
    private final AllocationPolicy policy;
    private final TimeGrid grid;

    /** For a policy without schedules: that of the moment. */
    SurgeNeeds(DemandModel demandModel, AllocationPolicy policy, TimeGrid grid) {
        this.calculator = new ResourceDeltaCalculator(demandModel);
        this.demandModel = demandModel;
        this.policy = policy;
        this.grid = grid;
    }

    /**
     * Needs with a surge where there is a ready stock and a forecast.
     *
     * @param needs the needs without
     * @param predictions predictions of pairs
     * @param usual what violation ratios are multiples of
     * @param now the moment of the forecasts' first step
     * @param last the last step ahead that the decision covers
     */
    Map<Location, Map<Resource, Need>> add(
            Map<Location, Map<Resource, Need>> needs,
            Collection<PredictionData> predictions,
            UsualNeed usual,
            Instant now,
            int last) {
        if (needs.keySet().stream().noneMatch(this::stocks)) {
            return needs;
        }
        Map<Location, Map<Resource, RateForecast>> demand =
                calculator.demand(predictions, location -> needs.containsKey(location) && stocks(location));
        SizingPlan sizing = usual.price(this::sizing);
        Map<Location, Map<Resource, Need>> surging = new TreeMap<>(Location.ORDER);
        needs.forEach((location, byResource) -> {
            Map<Resource, Need> here = new EnumMap<>(Resource.class);
            byResource.forEach((resource, need) -> here.put(
                    resource,
                    stock(location, resource).isNone() || need.forecast().isEmpty()
                            ? need
                            : need.withSurge(surge(
                                    location,
                                    resource,
                                    sizing.sizing(location, resource),
                                    demand.getOrDefault(location, Map.of()),
                                    window(stock(location, resource).handOut(), now, last)))));
            surging.put(location, here);
        });
        return surging;
    }

    private double surge(
            Location location, Resource resource, Sizing sizing, Map<Resource, RateForecast> demand, Window window) {
        double base = demandModel.base(location).get(resource);
        RateForecast forecast = demand.get(resource);
        double amount = forecast == null ? base : sizing.demand(base, forecast.maximum(window));
        return amount / sizing.targetUtilisation();
    }

    private boolean stocks(Location location) {
        for (Resource resource : Resource.values()) {
            if (!stock(location, resource).isNone()) {
                return true;
            }
        }
        return false;
    }

    private ReadyStock stock(Location location, Resource resource) {
        return policy.resource(location, resource).rules().readyStock();
    }

    private Sizing sizing(Location location, Resource resource) {
        ReadyStock stock = stock(location, resource);
        double utilisation = policy.resource(location, resource).sizing().targetUtilisation();
        return new Sizing(stock.quantile(), utilisation, stock.violationCost(), stock.violationRatio());
    }

    /** From the step in which a unit asked for now is handed out; one that takes longer than a new unit covers the last step alone. */
    private Window window(Duration handOut, Instant now, int last) {
        Duration longest = grid.step().multipliedBy(last);
        long after = handOut.compareTo(longest) >= 0
                ? last - 1
                : Math.min(last - 1, grid.index(now.plus(handOut)) - grid.index(now));
        return Window.of((int) after, (int) (last - after));
    }
}
