package io.headroom.simulation.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds units u0, u1, ... and samples for the autoscaler's case tables. */
final class HpaFleet {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final List<HpaUnit> units = new ArrayList<>();

    static HpaFleet of(int ready) {
        return new HpaFleet().ready(ready);
    }

    HpaFleet ready(int count) {
        return add(count, HpaUnit.Phase.RUNNING, false, true, LONG_AGO, LONG_AGO.plusSeconds(60));
    }

    /** Running for long, and never ready: readiness last changed within the initial readiness period. */
    HpaFleet unready(int count) {
        return add(count, HpaUnit.Phase.RUNNING, false, false, LONG_AGO, LONG_AGO.plusSeconds(10));
    }

    /** Ready so short a time ago that the sample's window began before. */
    HpaFleet hot(int count) {
        return add(count, HpaUnit.Phase.RUNNING, false, true, NOW.minusSeconds(90), NOW.minusSeconds(30));
    }

    HpaFleet pending(int count) {
        return add(count, HpaUnit.Phase.PENDING, false, false, LONG_AGO, LONG_AGO);
    }

    HpaFleet failed(int count) {
        return add(count, HpaUnit.Phase.FAILED, false, false, LONG_AGO, LONG_AGO);
    }

    HpaFleet deleting(int count) {
        return add(count, HpaUnit.Phase.RUNNING, true, false, LONG_AGO, LONG_AGO);
    }

    HpaFleet unit(boolean ready, Instant started, Instant readinessChanged) {
        return add(1, HpaUnit.Phase.RUNNING, false, ready, started, readinessChanged);
    }

    HpaFleet unreported() {
        units.add(new HpaUnit("u" + units.size(), HpaUnit.Phase.RUNNING, false, true, LONG_AGO, null));
        return this;
    }

    private HpaFleet add(
            int count, HpaUnit.Phase phase, boolean deleting, boolean ready, Instant started, Instant changed) {
        for (int i = 0; i < count; i++) {
            units.add(new HpaUnit("u" + units.size(), phase, deleting, ready, started, changed));
        }
        return this;
    }

    HpaSituation facing(int current, HpaMetric... metrics) {
        return new HpaSituation(NOW, current, units, List.of(metrics));
    }

    /** CPU utilisation with a request of 1000 at each of 20 units; sample i belongs to unit i, negative is missing. */
    static HpaMetric cpu(int targetPercent, long... levels) {
        Map<String, Long> requests = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            requests.put("u" + i, 1000L);
        }
        return new HpaMetric.Utilisation("cpu", true, targetPercent, requests, samples(levels));
    }

    static HpaMetric perUnit(long target, long... levels) {
        return new HpaMetric.PerUnit("qps", false, target, samples(levels));
    }

    /** A metric that proposes exactly {@code size} units, but for the tolerance. */
    static HpaMetric proposing(int size) {
        return new HpaMetric.TotalPerUnit("queue", 1000, 1000L * size);
    }

    static HpaMetric invalid() {
        return new HpaMetric.Total("queue", 1000, null);
    }

    static Map<String, HpaSample> samples(long... levels) {
        Map<String, HpaSample> samples = new HashMap<>();
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] >= 0) {
                samples.put("u" + i, new HpaSample(levels[i], NOW, WINDOW));
            }
        }
        return samples;
    }
}
