package io.headroom.testkit;

import io.headroom.core.NodeGroup;
import io.headroom.spi.CostModel;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link CostModel}. A subclass supplies the model and the groups that it is asked about. */
public abstract class CostModelContract extends Contract {
    /** For subclasses. */
    protected CostModelContract() {}

    /**
     * Makes the model.
     *
     * @return the model
     */
    protected abstract CostModel create();

    /**
     * The groups that have a price.
     *
     * @return one or more
     */
    protected abstract List<NodeGroup> groups();

    private List<Double> prices(CostModel model) {
        return groups().stream().map(model::unitHour).toList();
    }

    @Test
    @DisplayName("C1 Every price is finite and not negative")
    final void finite() {
        check(c -> {
            c.mend("a price list lacks the group, or a discount is larger than the price");
            CostModel model = create();
            for (NodeGroup group : groups()) {
                c.at("price of " + group);
                double price = model.unitHour(group);
                c.hold(price >= 0 && price < Double.POSITIVE_INFINITY, "a finite number of 0 or more", price);
            }
        });
    }

    @Test
    @DisplayName("C2 The same group has the same price, for many threads too")
    final void pure() {
        check(c -> {
            c.mend("the price depends on a clock, a counter or a spot market: take a snapshot of the prices when the"
                    + " model is made");
            CostModel model = create();
            List<Double> expected = prices(model);
            c.at("prices asked for again");
            c.same(expected, prices(model));
            c.at("prices asked for by four threads at a time");
            for (List<Double> got : Parallel.run(4, patience(), () -> prices(model))) {
                c.same(expected, got);
            }
        });
    }

    /** A price that is none, or that changes with each call, is for the clauses above. */
    @Test
    @DisplayName("C3 The prices over time begin with the price of a unit-hour")
    final void schedule() {
        check(c -> {
            c.mend("one of the two was overridden without the other");
            CostModel model = create();
            for (NodeGroup group : groups()) {
                c.at("prices over time of " + group);
                double before = model.unitHour(group);
                if (before >= 0 && before < Double.POSITIVE_INFINITY) {
                    double first = model.prices(group).first();
                    double after = model.unitHour(group);
                    c.hold(first >= Math.min(before, after) && first <= Math.max(before, after), "" + before, first);
                }
            }
        });
    }
}
