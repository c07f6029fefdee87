package io.headroom.allocation.cost;

import io.headroom.core.Resource;
import io.headroom.core.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tries every mix of a request with one location, in plain doubles. Costs are summed minute by minute: durations and changes of price fall
 * on whole minutes. Shares no code with what it checks.
 */
final class BruteForce {
    private static final double TOLERANCE = 1e-9;

    private final CostRequest request;
    private final Resources target;
    private final List<Offer> offers = new ArrayList<>();
    private final List<Integer> limits = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    /** What is required of all units and of firm ones, by resource; less where all units bring less. */
    private final Map<Resource, Double> all = new EnumMap<>(Resource.class);

    private final Map<Resource, Double> firm = new EnumMap<>(Resource.class);
    private double best = Double.POSITIVE_INFINITY;
    private boolean isShort;

    BruteForce(CostRequest request) {
        this.request = request;
        CapacityNeed need = request.needs().get(0);
        target = need.target();
        for (HeldUnits h : request.held()) {
            add(h.offer(), h.units(), spent(h.offer(), h.remainingTerm(), need.duration()));
        }
        for (Offer offer : request.offers()) {
            int there = request.held().stream()
                    .filter(h -> h.offer().group().equals(offer.group()))
                    .mapToInt(HeldUnits::units)
                    .sum();
            Duration end = need.duration().compareTo(offer.minimumTerm()) > 0 ? need.duration() : offer.minimumTerm();
            double cost = offer.billing() instanceof Billing.Reserved
                    ? offer.price().at(request.now()) * offer.minimumTerm().toMinutes() / 60
                            + spent(offer, offer.minimumTerm(), end)
                    : spent(offer, Duration.ZERO, end);
            add(offer, Math.min(useful(offer), Math.max(0, offer.quota() - there)), cost);
        }
        int[] most = limits.stream().mapToInt(Integer::intValue).toArray();
        for (Resource r : Resource.values()) {
            all.put(r, lowered(r, target.get(r), brought(r, most, false)));
            firm.put(r, lowered(r, target.get(r) * (1 - request.spotShare()), brought(r, most, true)));
        }
        if (offers.stream().noneMatch(o -> o.billing() instanceof Billing.Spot)) {
            firm.replaceAll((r, required) -> 0.0);
        }
        search(new int[most.length], 0, 0);
    }

    private void add(Offer offer, int limit, double cost) {
        offers.add(offer);
        limits.add(limit);
        costs.add(cost);
    }

    private double spent(Offer offer, Duration from, Duration until) {
        double sum = 0;
        for (long minute = from.toMinutes(); minute < until.toMinutes(); minute++) {
            Instant at = request.now().plus(Duration.ofMinutes(minute));
            sum += offer.price().at(at) / 60;
        }
        return sum;
    }

    /** Units that cover everything alone. */
    private int useful(Offer offer) {
        double most = 0;
        for (Resource r : Resource.values()) {
            double unit = offer.counted().get(r);
            most = unit > 0 ? Math.max(most, Math.ceil(target.get(r) / unit)) : most;
        }
        return (int) Math.min(most, 1_000);
    }

    private double lowered(Resource resource, double wanted, double available) {
        boolean reached = available >= wanted * (1 - TOLERANCE);
        isShort |= !reached && target.get(resource) > 0;
        return reached ? wanted : available;
    }

    private double brought(Resource resource, int[] units, boolean firmOnly) {
        double sum = 0;
        for (int j = 0; j < units.length; j++) {
            if (!firmOnly || !(offers.get(j).billing() instanceof Billing.Spot)) {
                sum += units[j] * offers.get(j).counted().get(resource);
            }
        }
        return sum;
    }

    private boolean covers(int[] units) {
        for (Resource r : Resource.values()) {
            if (brought(r, units, false) < all.get(r) * (1 - TOLERANCE)
                    || brought(r, units, true) < firm.get(r) * (1 - TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    private void search(int[] units, int column, double cost) {
        if (column == units.length) {
            if (cost < best && covers(units)) {
                best = cost;
            }
            return;
        }
        for (int n = 0; n <= limits.get(column) && cost + n * costs.get(column) < best; n++) {
            units[column] = n;
            search(units, column + 1, cost + n * costs.get(column));
        }
        units[column] = 0;
    }

    /** The least cost. */
    double cost() {
        return best;
    }

    /** Whether all units together bring too little, or too little that is not spot. */
    boolean isShort() {
        return isShort;
    }

    /** Whether a mix covers what can be covered. */
    boolean isCoveredBy(LocationMix mix) {
        int[] units = new int[offers.size()];
        for (OfferUnits u : mix.units()) {
            spread(units, u.offer(), u.kept(), 0, request.held().size());
            spread(units, u.offer(), u.added(), request.held().size(), units.length);
        }
        return covers(units);
    }

    private void spread(int[] units, Offer offer, int count, int from, int until) {
        int left = count;
        for (int j = from; j < until; j++) {
            if (offers.get(j).group().equals(offer.group())) {
                units[j] = left;
                left = 0;
            }
        }
    }
}
