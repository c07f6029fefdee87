package io.headroom.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.allocation.cost.Billing;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.core.NodeGroup;
import io.headroom.spi.PriceSchedule;
import java.time.Duration;
import java.util.List;

/** Reads and writes what groups cost, and how much may be spent. What is left out has its default. */
final class OfferCodec {
    static final List<String> OFFER =
            List.of("price", "changes", "billing", "interruptionRisk", "minimumTerm", "quota");
    static final List<String> CHANGE = List.of("from", "price");
    static final List<String> SPENDING = List.of("perHour", "spotShare", "horizon");

    private OfferCodec() {}

    /** How an offer is paid for. */
    enum BillingWord {
        ON_DEMAND,
        RESERVED,
        SPOT
    }

    static Offer offer(Value value, NodeGroup group) {
        Fields in = value.fields(OFFER);
        PriceSchedule price = PriceSchedule.flat(in.get("price").notNegative());
        for (Value change : in.find("changes").map(Value::list).orElse(List.of())) {
            Fields at = change.fields(CHANGE);
            price = price.from(at.get("from").instant(), at.get("price").notNegative());
        }
        PriceSchedule prices = price;
        Billing billing = billing(in);
        Duration term = in.find("minimumTerm").map(Value::duration).orElse(Duration.ZERO);
        int quota = in.find("quota").map(OfferCodec::quota).orElse(Offer.UNLIMITED);
        return value.make(() -> new Offer(group, billing, prices, term, quota));
    }

    private static Billing billing(Fields in) {
        BillingWord word =
                in.find("billing").map(v -> v.word(BillingWord.class)).orElse(BillingWord.ON_DEMAND);
        in.find("interruptionRisk").filter(v -> word != BillingWord.SPOT).ifPresent(v -> {
            throw v.refused("must not be said of an offer that is no spot offer", "'billing: spot' is missing");
        });
        double risk = in.find("interruptionRisk").map(OfferCodec::risk).orElse(0.0);
        return switch (word) {
            case ON_DEMAND -> Billing.onDemand();
            case RESERVED -> Billing.reserved();
            case SPOT -> Billing.spot(risk);
        };
    }

    private static double risk(Value value) {
        double risk = value.notNegative();
        if (risk >= 1) {
            throw value.refused("must lie in [0, 1)", "it was given in percent");
        }
        return risk;
    }

    private static double part(Value value) {
        double share = value.notNegative();
        if (share > 1) {
            throw value.refused("must lie in [0, 1]", "it was given in percent");
        }
        return share;
    }

    private static int quota(Value value) {
        if (!value.json().isIntegralNumber()
                || !value.json().canConvertToInt()
                || value.json().intValue() < 0) {
            throw value.refused("must be a whole number of 0 or more", "no limit was meant: leave it out");
        }
        return value.json().intValue();
    }

    static ObjectNode write(Offer offer) {
        ObjectNode out =
                JsonNodeFactory.instance.objectNode().put("price", offer.price().first());
        if (!offer.price().changes().isEmpty()) {
            ArrayNode changes = out.putArray("changes");
            offer.price()
                    .changes()
                    .forEach((at, price) ->
                            changes.addObject().put("from", at.toString()).put("price", price));
        }
        if (offer.billing() instanceof Billing.Reserved) {
            out.put("billing", Words.of(BillingWord.RESERVED));
        } else if (offer.billing() instanceof Billing.Spot spot) {
            out.put("billing", Words.of(BillingWord.SPOT)).put("interruptionRisk", spot.interruptionRisk());
        }
        if (!offer.minimumTerm().isZero()) {
            out.put("minimumTerm", offer.minimumTerm().toString());
        }
        if (offer.quota() != Offer.UNLIMITED) {
            out.put("quota", offer.quota());
        }
        return out;
    }

    static Spending spending(Value value) {
        Fields in = value.fields(SPENDING);
        double cap = in.find("perHour").map(Value::limit).orElse(Spending.FREE.perHour());
        double spot = in.find("spotShare").map(OfferCodec::part).orElse(Spending.FREE.spotShare());
        Duration horizon = in.find("horizon").map(Value::positiveDuration).orElse(Spending.FREE.horizon());
        return value.make(() -> new Spending(cap, spot, horizon));
    }

    static ObjectNode write(Spending spending) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        if (spending.isCapped()) {
            out.put("perHour", spending.perHour());
        }
        return out.put("spotShare", spending.spotShare())
                .put("horizon", spending.horizon().toString());
    }
}
