package io.headroom.allocation;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.GroupTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * The units that every group is to have. Those that wait are what gives way to a spending cap before anything allocated does, the last group's
 * first. Not thread-safe; made for one use.
 */
final class WantedUnits {
    private final Catalogue catalogue;
    private final Situation situation;
    private final List<GroupTarget> wanted = new ArrayList<>();
    private final List<Integer> least = new ArrayList<>();

    WantedUnits(Catalogue catalogue, Situation situation) {
        this.catalogue = catalogue;
        this.situation = situation;
    }

    /** Adds what a group is to have, of which so many have to wait in any case. */
    void add(GroupTarget target, int leastWaiting) {
        wanted.add(target);
        least.add(leastWaiting);
    }

    /** What differs from what is there. */
    List<GroupTarget> changes() {
        if (catalogue.spending().isCapped()) {
            saveOnWaiting();
        }
        return wanted.stream().filter(this::isChange).toList();
    }

    private boolean isChange(GroupTarget target) {
        Stock stock = situation.fleet().stock(target.group());
        return target.allocated() != stock.committed() || target.warm() != stock.warm() + stock.warming();
    }

    private void saveOnWaiting() {
        double excess = -catalogue.spending().perHour();
        for (GroupTarget target : wanted) {
            excess += ((double) target.allocated() + target.warm()) * price(target.group());
        }
        for (int i = wanted.size() - 1; i >= 0 && excess > 0; i--) {
            GroupTarget target = wanted.get(i);
            double price = price(target.group());
            int most = Math.max(0, target.warm() - least.get(i));
            int less = price > 0 ? (int) Math.min(most, Math.ceil(excess / price)) : 0;
            wanted.set(i, new GroupTarget(target.group(), target.allocated(), target.warm() - less));
            excess -= less * price;
        }
    }

    private double price(NodeGroup group) {
        return catalogue.price(group, situation.now());
    }
}
