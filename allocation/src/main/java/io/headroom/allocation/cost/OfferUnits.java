package io.headroom.allocation.cost;

/**
 * The units of one offer in a mix. Immutable and thread-safe.
 *
 * @param offer the offer
 * @param kept units that are there and stay for the need
 * @param added units to buy now
 * @param expiring units that are there and not needed, but paid for until their minimum term is over: they stay till then
 * @param released units that are there, are not needed and can be given back now
 */
public record OfferUnits(Offer offer, int kept, int added, int expiring, int released) {
    /**
     * How many units there should be now.
     *
     * @return kept + added + expiring
     * @throws ArithmeticException if the sum overflows
     */
    public int units() {
        return Math.addExact(Math.addExact(kept, added), expiring);
    }

    OfferUnits plus(OfferUnits other) {
        return new OfferUnits(
                offer,
                Math.addExact(kept, other.kept),
                Math.addExact(added, other.added),
                Math.addExact(expiring, other.expiring),
                Math.addExact(released, other.released));
    }

    boolean isNone() {
        return kept == 0 && added == 0 && expiring == 0 && released == 0;
    }

    @Override
    public String toString() {
        return offer + ": " + units() + " (" + kept + " kept, " + added + " added, " + expiring + " expiring, "
                + released + " released)";
    }
}
