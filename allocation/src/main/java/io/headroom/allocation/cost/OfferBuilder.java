package io.headroom.allocation.cost;

import io.headroom.core.NodeGroup;
import io.headroom.spi.PriceSchedule;
import java.time.Duration;
import java.time.Instant;

/** Builds an {@link Offer}. Not thread-safe. */
public final class OfferBuilder {
    private final NodeGroup group;
    private PriceSchedule price;
    private Billing billing = Billing.onDemand();
    private Duration minimumTerm = Duration.ZERO;
    private int quota = Offer.UNLIMITED;

    OfferBuilder(NodeGroup group, PriceSchedule price) {
        this.group = group;
        this.price = price;
    }

    /**
     * A change of price.
     *
     * @param at when it comes into force
     * @param unitHour price of a unit-hour from then on, 0 up to 10<sup>12</sup>
     * @return this
     */
    public OfferBuilder priceFrom(Instant at, double unitHour) {
        price = price.from(at, unitHour);
        return this;
    }

    /**
     * The shortest time that a unit is paid for. Default zero.
     *
     * @param value zero or more, 100 years at most
     * @return this
     */
    public OfferBuilder minimumTerm(Duration value) {
        minimumTerm = value;
        return this;
    }

    /**
     * Makes it a reserved offer: the price of the purchase holds for the term.
     *
     * @param term the minimum term, above zero, 100 years at most
     * @return this
     */
    public OfferBuilder reserved(Duration term) {
        minimumTerm = term;
        return billing(Billing.reserved());
    }

    /**
     * Makes it a spot offer.
     *
     * @param interruptionRisk share of the time in which a unit is expected to be away, in [0, 1)
     * @return this
     */
    public OfferBuilder spot(double interruptionRisk) {
        return billing(Billing.spot(interruptionRisk));
    }

    /**
     * How it is paid for. Default on demand.
     *
     * @param value the billing
     * @return this
     */
    public OfferBuilder billing(Billing value) {
        billing = value;
        return this;
    }

    /**
     * The most units that can be held, units that are held already included. Default no limit.
     *
     * @param value 0 or more
     * @return this
     */
    public OfferBuilder quota(int value) {
        quota = value;
        return this;
    }

    /**
     * Checks and builds.
     *
     * @return the offer
     * @throws IllegalArgumentException if a setting is outside its range
     */
    public Offer build() {
        return new Offer(group, billing, price, minimumTerm, quota);
    }
}
