package io.headroom.allocation;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.GroupTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * The units that every group is to have. Those that wait are what gives way to a spending cap before anything allocated does, and money
 * goes to the first groups first. Not thread-safe; made for one use.
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
        if (catalogue.spending().isCapped() || isChange(target)) {
            wanted.add(target);
            least.add(leastWaiting);
        }
    }

    /** Adds what others are to have. */
    void addAll(WantedUnits others) {
        wanted.addAll(others.wanted);
        least.addAll(others.least);
    }

    /** What differs from what is there. */
    List<GroupTarget> changes() {
        if (!catalogue.spending().isCapped()) {
            return List.copyOf(wanted);
        }
        saveOnWaiting();
        return wanted.stream().filter(this::isChange).toList();
    }

    private boolean isChange(GroupTarget target) {
        Stock stock = situation.fleet().stock(target.group());
        return target.allocated() != stock.committed() || target.warm() != stock.warm() + stock.warming();
    }

    private void saveOnWaiting() {
        double left = catalogue.spending().perHour();
        for (int i = 0; i < wanted.size(); i++) {
            GroupTarget target = wanted.get(i);
            left -= ((double) target.allocated() + least.get(i)) * price(target.group());
        }
        for (int i = 0; i < wanted.size(); i++) {
            GroupTarget target = wanted.get(i);
            double price = price(target.group());
            int more = Math.max(0, target.warm() - least.get(i));
            int affordable = price > 0 ? (int) Math.max(0, Math.min(more, left / price)) : more;
            wanted.set(i, new GroupTarget(target.group(), target.allocated(), target.warm() - more + affordable));
            left -= affordable * price;
        }
    }

    private double price(NodeGroup group) {
        return catalogue.price(group, situation.now());
    }
}
