package io.headroom.simulation.strategy;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The size that one metric proposes; empty if the metric is invalid. */
final class HpaSizing {

    private final HpaSettings settings;
    private final HpaSituation situation;

    HpaSizing(HpaSettings settings, HpaSituation situation) {
        this.settings = settings;
        this.situation = situation;
    }

    OptionalInt propose(HpaMetric metric) {
        if (metric instanceof HpaMetric.Sampled sampled) {
            return sampled(sampled);
        }
        if (metric instanceof HpaMetric.Total total) {
            return total(total.value(), total.target());
        }
        HpaMetric.TotalPerUnit perUnit = (HpaMetric.TotalPerUnit) metric;
        return totalPerUnit(perUnit.value(), perUnit.target());
    }

    private OptionalInt sampled(HpaMetric.Sampled metric) {
        HpaGroups groups = HpaGroups.of(situation, metric, settings);
        Tally tally = new Tally(metric);
        if (groups.counted().isEmpty() || lacksRequest(metric)) {
            return OptionalInt.empty();
        }
        for (String unit : groups.counted()) {
            HpaSample sample = metric.samples().get(unit);
            tally.add(unit, sample == null ? 0 : sample.value());
        }
        if (tally.full == 0) {
            return OptionalInt.empty();
        }
        int current = situation.current();
        double ratio = tally.ratio();
        boolean unready = ratio > 1 && !groups.unready().isEmpty();
        if (!unready && groups.missing().isEmpty()) {
            return OptionalInt.of(settings.tolerates(ratio) ? current : Units.ceil(ratio * tally.units));
        }
        // Units one knows nothing of are assumed to be such that they dampen the change.
        if (ratio < 1) {
            groups.missing().forEach(unit -> tally.add(unit, tally.full(unit)));
        } else if (ratio > 1) {
            groups.missing().forEach(unit -> tally.add(unit, 0));
            groups.unready().forEach(unit -> tally.add(unit, 0));
        }
        return OptionalInt.of(dampened(ratio, tally.ratio(), tally.units));
    }

    private int dampened(double before, double ratio, int units) {
        int current = situation.current();
        if (settings.tolerates(ratio) || (before < 1 && ratio > 1) || (before > 1 && ratio < 1)) {
            return current;
        }
        int size = Units.ceil(ratio * units);
        boolean contradicts = ratio < 1 ? size > current : size < current;
        return contradicts ? current : size;
    }

    private boolean lacksRequest(HpaMetric.Sampled metric) {
        return metric instanceof HpaMetric.Utilisation utilisation
                && situation.units().stream()
                        .anyMatch(unit -> !utilisation.requests().containsKey(unit.name()));
    }

    private OptionalInt total(@Nullable Long value, long target) {
        if (value == null) {
            return OptionalInt.empty();
        }
        double ratio = (double) value / target;
        if (situation.current() == 0) {
            return OptionalInt.of(Units.ceil(ratio));
        }
        if (settings.tolerates(ratio)) {
            return OptionalInt.of(situation.current());
        }
        if (situation.units().isEmpty()) {
            return OptionalInt.empty();
        }
        long ready = situation.units().stream()
                .filter(unit -> unit.phase() == HpaUnit.Phase.RUNNING && unit.ready())
                .count();
        return OptionalInt.of(Units.ceil(ratio * ready));
    }

    private OptionalInt totalPerUnit(@Nullable Long value, long target) {
        if (value == null) {
            return OptionalInt.empty();
        }
        int current = situation.current();
        boolean keep = current > 0 && settings.tolerates(value / ((double) target * current));
        return OptionalInt.of(keep ? current : Units.ceil((double) value / target));
    }

    /** Sums of usage and of full usage, which is the request or, for a plain metric, the target. */
    private static final class Tally {
        private final HpaMetric.Sampled metric;
        private long usage;
        private long full;
        private int units;

        Tally(HpaMetric.Sampled metric) {
            this.metric = metric;
        }

        long full(String unit) {
            if (metric instanceof HpaMetric.Utilisation utilisation) {
                return utilisation.requests().getOrDefault(unit, 0L);
            }
            return ((HpaMetric.PerUnit) metric).target();
        }

        void add(String unit, long used) {
            usage = Math.addExact(usage, used);
            full = Math.addExact(full, full(unit));
            units++;
        }

        /** Usage over target; the divisions of whole numbers round down, which is part of the behaviour. */
        double ratio() {
            if (metric instanceof HpaMetric.Utilisation utilisation) {
                long percent = Math.multiplyExact(100, usage) / full;
                return (double) percent / utilisation.targetPercent();
            }
            long mean = usage / units;
            return (double) mean / ((HpaMetric.PerUnit) metric).target();
        }
    }
}
