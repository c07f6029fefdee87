package io.headroom.allocation;

import io.headroom.core.Checks;
import java.util.ArrayList;
import java.util.List;

/** An amount on its way through the rules, with the reasons collected so far. Not thread-safe. */
final class Proposal {
    private final List<Reason> reasons = new ArrayList<>();
    private final double committed;
    private double amount;
    private double maximum = Double.POSITIVE_INFINITY;

    /** Starts from what is allocated or booting. */
    Proposal(double committed) {
        this.committed = Checks.notNegative(committed, "committed amount");
        this.amount = this.committed;
    }

    double committed() {
        return committed;
    }

    double amount() {
        return amount;
    }

    /** Takes a new amount; a reason is left only if it differs. */
    void set(Reason.Rule rule, double value, String bound) {
        if (value != amount) {
            Checks.notNegative(value, "proposed amount");
            reasons.add(new Reason(rule, amount, value, bound));
            amount = value;
        }
    }

    /** The most that may be placed for it. */
    double maximum() {
        return maximum;
    }

    void limit(double value) {
        maximum = value;
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }
}
