package io.headroom.allocation.cost;

import io.headroom.spi.PriceSchedule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What one unit costs, as price of a unit-hour x seconds, exactly. */
final class UnitCost {
    private static final double SECONDS = 3600;

    private UnitCost() {}

    /** A unit bought now for a need: paid until the need or the minimum term ends, whichever is later. */
    static BigDecimal bought(Offer offer, Instant now, Duration need) {
        Duration term = offer.minimumTerm();
        Duration end = need.compareTo(term) > 0 ? need : term;
        if (offer.billing() instanceof Billing.Reserved) {
            return locked(offer, now, term).add(over(offer.price(), now, term, end));
        }
        return over(offer.price(), now, Duration.ZERO, end);
    }

    /** A unit that is there, kept for a need: what it costs once its term is over. */
    static BigDecimal kept(HeldUnits held, Instant now, Duration need) {
        return over(held.offer().price(), now, held.remainingTerm(), need);
    }

    /** A unit that is there, until its term is over. */
    static BigDecimal sunk(HeldUnits held, Instant now) {
        Offer offer = held.offer();
        return offer.billing() instanceof Billing.Reserved
                ? locked(offer, now, held.remainingTerm())
                : over(offer.price(), now, Duration.ZERO, held.remainingTerm());
    }

    private static BigDecimal locked(Offer offer, Instant now, Duration time) {
        return price(offer.price().at(now)).multiply(seconds(time));
    }

    /** The price in force, integrated over [now + from, now + until); 0 if that is empty. */
    static BigDecimal over(PriceSchedule price, Instant now, Duration from, Duration until) {
        BigDecimal sum = BigDecimal.ZERO;
        Duration at = from;
        double current = price.first();
        for (Map.Entry<Instant, Double> change : price.changes().entrySet()) {
            Duration begins = Duration.between(now, change.getKey());
            if (begins.compareTo(until) >= 0) {
                break;
            }
            if (begins.compareTo(at) > 0) {
                sum = sum.add(price(current).multiply(seconds(begins.minus(at))));
                at = begins;
            }
            current = change.getValue();
        }
        return at.compareTo(until) < 0 ? sum.add(price(current).multiply(seconds(until.minus(at)))) : sum;
    }

    private static BigDecimal price(double price) {
        return BigDecimal.valueOf(price);
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    }

    /** In the host's currency. */
    static double money(BigDecimal priceSeconds) {
        return money(priceSeconds.doubleValue());
    }

    static double money(double priceSeconds) {
        return priceSeconds / SECONDS;
    }
}
