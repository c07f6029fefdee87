package io.headroom.allocation.cost;

import io.headroom.core.Location;
import io.headroom.core.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Builds a {@link CostRequest}. Not thread-safe. */
public final class CostRequestBuilder {
    private final Instant now;
    private final List<Offer> offers = new ArrayList<>();
    private final List<HeldUnits> held = new ArrayList<>();
    private final List<CapacityNeed> needs = new ArrayList<>();
    private double spotShare = 0.5;
    private double cap = Double.POSITIVE_INFINITY;

    CostRequestBuilder(Instant now) {
        this.now = now;
    }

    /**
     * Adds an offer.
     *
     * @param value what can be had
     * @return this
     */
    public CostRequestBuilder offer(Offer value) {
        offers.add(value);
        return this;
    }

    /**
     * Adds offers.
     *
     * @param values what can be had
     * @return this
     */
    public CostRequestBuilder offers(Collection<Offer> values) {
        offers.addAll(values);
        return this;
    }

    /**
     * Adds units that are there already.
     *
     * @param value the units
     * @return this
     */
    public CostRequestBuilder held(HeldUnits value) {
        held.add(value);
        return this;
    }

    /**
     * Adds the need of a location.
     *
     * @param value the need
     * @return this
     */
    public CostRequestBuilder need(CapacityNeed value) {
        needs.add(value);
        return this;
    }

    /**
     * Adds the need of a location, all of it measured demand.
     *
     * @param location the region or link
     * @param duration how long it is expected to last, above zero, 100 years at most
     * @param required what is needed
     * @return this
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public CostRequestBuilder need(Location location, Duration duration, Resources required) {
        return need(CapacityNeed.of(location, duration, required, required));
    }

    /**
     * The largest share of a requirement that may rest on spot units. Default 0.5.
     *
     * @param value in [0, 1]
     * @return this
     */
    public CostRequestBuilder spotShare(double value) {
        spotShare = value;
        return this;
    }

    /**
     * The most that the plan may cost: the budget left for the time that its needs and terms span. Default none.
     *
     * @param value in the host's currency, 0 or more
     * @return this
     */
    public CostRequestBuilder cap(double value) {
        cap = value;
        return this;
    }

    /**
     * Checks and builds.
     *
     * @return the request
     * @throws IllegalArgumentException if a number is outside its range, or something is there twice that must not be
     */
    public CostRequest build() {
        return new CostRequest(now, offers, held, needs, spotShare, cap);
    }
}
