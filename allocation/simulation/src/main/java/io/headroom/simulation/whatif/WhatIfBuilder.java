package io.headroom.simulation.whatif;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocatorBuilder;
import io.headroom.core.Checks;
import io.headroom.core.NodeGroup;
import io.headroom.simulation.Faults;
import io.headroom.spi.CostModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link WhatIf}. Not thread-safe; not to be used again after {@link #build}. */
public final class WhatIfBuilder {
    private static final PredictionFactory NONE = history -> {
        throw new IllegalStateException("a what-if run without predictions");
    };

    final Recording recording;
    final List<WhatIf.Variant> variants = new ArrayList<>();
    final Map<NodeGroup, Integer> startUnits = new TreeMap<>();
    final Map<NodeGroup, Integer> quotas = new TreeMap<>();
    PredictionFactory predictions = NONE;
    CostModel prices = CostModel.flat(1);
    String costUnit = "unit-hours";
    Faults faults = Faults.NONE;
    Duration leadTime = Duration.ZERO;
    Instant from = Instant.MIN;
    private Instant until;
    private @Nullable Duration chosenLeadTime;

    WhatIfBuilder(Recording recording) {
        this.recording = recording;
        this.until = recording.end();
    }

    /**
     * When the play begins; all that was recorded before is history to learn from. Required.
     *
     * @param value the start of a step of the recording, after its first one
     * @return this
     */
    public WhatIfBuilder from(Instant value) {
        this.from = value;
        return this;
    }

    /**
     * When the play ends. Default: with the recording.
     *
     * @param value the start of a step after {@code from}
     * @return this
     */
    public WhatIfBuilder until(Instant value) {
        this.until = value;
        return this;
    }

    /**
     * Adds a policy; the first is the one that the others are compared with.
     *
     * @param name how results name it, not blank
     * @param policy the policy
     * @return this
     */
    public WhatIfBuilder policy(String name, AllocationPolicy policy) {
        return policy(name, policy, builder -> builder);
    }

    /**
     * Adds a policy whose allocator has more settings: a listener, for example.
     *
     * @param name how results name it, not blank
     * @param policy the policy
     * @param more changes the builder of its allocator, whose telemetry, provisioner, demand, predictions and clock are set
     * @return this
     */
    public WhatIfBuilder policy(String name, AllocationPolicy policy, UnaryOperator<AllocatorBuilder> more) {
        Checks.require(!name.isBlank(), "name of a policy '" + name + "'", "must not be blank", "a field was empty");
        Checks.require(
                variants.stream().noneMatch(v -> v.name().equals(name)),
                "policy '" + name + "'",
                "must be named once",
                "its number should be part of its name");
        variants.add(new WhatIf.Variant(name, policy, more));
        return this;
    }

    /**
     * Where predictions come from. Required.
     *
     * @param value starts predictions for each policy
     * @return this
     */
    public WhatIfBuilder predictions(PredictionFactory value) {
        this.predictions = value;
        return this;
    }

    /**
     * The time that a unit takes to boot. Default: the lead time of the first policy.
     *
     * @param value zero or more
     * @return this
     */
    public WhatIfBuilder leadTime(Duration value) {
        this.chosenLeadTime = value;
        return this;
    }

    /**
     * What units cost. Default: 1 an hour, so that costs are unit-hours.
     *
     * @param value the prices
     * @param unit what they are in, such as "$", for the tables; not blank
     * @return this
     */
    public WhatIfBuilder prices(CostModel value, String unit) {
        Checks.require(
                !unit.isBlank(), "unit of prices '" + unit + "'", "must not be blank", "a currency was left out");
        this.prices = value;
        this.costUnit = unit;
        return this;
    }

    /**
     * The units of a group that are allocated at the start. Default: in the first group of each location enough for the demand of the
     * first step at a utilisation of 0.7, in the others none.
     *
     * @param group the group; without effect on policies that do not place it
     * @param units 0 or more
     * @return this
     * @throws IllegalArgumentException if the number is negative
     */
    public WhatIfBuilder startUnits(NodeGroup group, int units) {
        startUnits.put(group, Checks.inRange(units, 0, Integer.MAX_VALUE, "units of " + group));
        return this;
    }

    /**
     * Limits a group. Default: no limit.
     *
     * @param group the group; without effect on policies that do not place it
     * @param units the most units it may have, 0 or more
     * @return this
     * @throws IllegalArgumentException if the number is negative
     */
    public WhatIfBuilder quota(NodeGroup group, int units) {
        quotas.put(group, Checks.inRange(units, 0, Integer.MAX_VALUE, "quota of " + group));
        return this;
    }

    /**
     * What goes wrong meanwhile. Default: nothing.
     *
     * @param value the faults
     * @return this
     */
    public WhatIfBuilder faults(Faults value) {
        this.faults = value;
        return this;
    }

    /** Steps from the start to the end. */
    int steps() {
        return Math.toIntExact(recording.grid().index(until) - recording.grid().index(from));
    }

    /**
     * Checks the settings and builds.
     *
     * @return what can be run
     * @throws IllegalArgumentException if there is no policy, no predictions, nothing was recorded before the start, or the end is not
     *     after it
     */
    public WhatIf build() {
        Checks.require(
                !variants.isEmpty(), "what-if run of 0 policies", "must have one or more", "policy() was not called");
        Checks.require(
                predictions != NONE,
                "predictions of a what-if run",
                "must be set",
                "a TransactionPredictor was forgotten");
        Checks.require(
                !from.equals(Instant.MIN) && !recording.before(from).isEmpty(),
                "start of a what-if run " + (from.equals(Instant.MIN) ? "(not set)" : from),
                "must have recorded steps before it",
                "the recording begins there");
        Checks.require(
                until.isAfter(from) && steps() > 0,
                "end of a what-if run " + until,
                "must be a step or more after its start, " + from,
                "they were swapped");
        this.from = recording.grid().start(recording.grid().index(from));
        this.leadTime = chosenLeadTime == null ? variants.get(0).policy().leadTime() : chosenLeadTime;
        return new WhatIf(this);
    }
}
