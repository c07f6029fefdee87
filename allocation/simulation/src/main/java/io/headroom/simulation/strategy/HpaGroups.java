package io.headroom.simulation.strategy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of a situation, sorted by whether their sample of one metric counts.
 *
 * @param counted units whose sample counts
 * @param unready units that are coming up; their samples are dropped
 * @param missing units without a sample
 */
record HpaGroups(List<String> counted, List<String> unready, List<String> missing) {

    /** Units that failed or are being deleted belong to no group. */
    static HpaGroups of(HpaSituation situation, HpaMetric.Sampled metric, HpaSettings settings) {
        HpaGroups groups = new HpaGroups(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (HpaUnit unit : situation.units()) {
            if (!unit.deleting() && unit.phase() != HpaUnit.Phase.FAILED) {
                groups.add(unit, metric, situation.now(), settings);
            }
        }
        return groups;
    }

    private void add(HpaUnit unit, HpaMetric.Sampled metric, Instant now, HpaSettings settings) {
        @Nullable HpaSample sample = metric.samples().get(unit.name());
        if (unit.phase() == HpaUnit.Phase.PENDING) {
            unready.add(unit.name());
        } else if (sample == null) {
            missing.add(unit.name());
        } else if (metric.cpu() && !trusted(unit, sample, now, settings)) {
            unready.add(unit.name());
        } else {
            counted.add(unit.name());
        }
    }

    /** Start-up burns CPU that says nothing about load. */
    private static boolean trusted(HpaUnit unit, HpaSample sample, Instant now, HpaSettings settings) {
        Instant started = unit.startedAt();
        Instant changed = unit.readinessChangedAt();
        if (started == null || changed == null) {
            return false;
        }
        if (started.plus(settings.cpuInitialisation()).isAfter(now)) {
            return unit.ready() && !sample.at().isBefore(changed.plus(sample.window()));
        }
        return unit.ready() || !started.plus(settings.initialReadiness()).isAfter(changed);
    }
}
