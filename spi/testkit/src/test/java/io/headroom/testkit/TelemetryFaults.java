package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.spi.Deadline;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Telemetry sources that are wrong. */
final class TelemetryFaults {
    private TelemetryFaults() {}

    private static BrokenDouble row(String clause, String fault, MemoryTelemetry.Maker maker) {
        return new BrokenDouble(clause, fault, maker);
    }

    static List<BrokenDouble> rows() {
        List<BrokenDouble> rows = new ArrayList<>(loaded());
        rows.addAll(spans());
        rows.addAll(completeness());
        rows.addAll(calls());
        return rows;
    }

    /** Sources over measurements that were changed on the way in. */
    private static BrokenDouble loading(String clause, String fault, UnaryOperator<List<RateObservation>> change) {
        return row(clause, fault, measured -> new MemoryTelemetry(change.apply(measured)));
    }

    private static List<BrokenDouble> loaded() {
        return List.of(
                loading(
                        "T1",
                        "counts are taken for rates",
                        all -> all.stream()
                                .map(o -> RateObservation.of(o.flow(), o.start(), o.rate() * 60))
                                .toList()),
                loading("T1", "one observation is read twice", all -> {
                    List<RateObservation> more = new ArrayList<>(all);
                    more.add(all.get(0));
                    return more;
                }),
                loading(
                        "T2",
                        "zeros are left out",
                        all -> all.stream().filter(o -> o.rate() > 0).toList()),
                loading("T3", "gaps are filled with zero", TelemetryFaults::filled));
    }

    private static List<RateObservation> filled(List<RateObservation> measured) {
        List<RateObservation> all = new ArrayList<>(measured);
        List<Flow> flows =
                measured.stream().map(RateObservation::flow).distinct().toList();
        for (Instant start :
                measured.stream().map(RateObservation::start).distinct().toList()) {
            for (Flow flow : flows) {
                if (all.stream()
                        .noneMatch(o -> o.flow().equals(flow) && o.start().equals(start))) {
                    all.add(RateObservation.of(flow, start, 0));
                }
            }
        }
        return all;
    }

    private static List<BrokenDouble> spans() {
        return List.of(
                row("T4", "the start is rounded down", measured -> new MemoryTelemetry(measured) {
                    @Override
                    List<RateObservation> rates(Set<Region> regions, Instant since, Instant until) {
                        return super.rates(regions, GRID.start(GRID.index(since)), until);
                    }
                }),
                row("T5", "the running step is returned", measured -> new MemoryTelemetry(measured) {
                    @Override
                    List<RateObservation> rates(Set<Region> regions, Instant since, Instant until) {
                        return super.rates(
                                regions,
                                since,
                                GRID.start(GRID.index(until.plus(GRID.step()).minusMillis(1))));
                    }
                }),
                row("T6", "a span is returned once", Once::new),
                row("T7", "only the source is compared", measured -> new MemoryTelemetry(measured) {
                    @Override
                    boolean touches(RateObservation o, Region region) {
                        return o.flow().pair().source().equals(region);
                    }
                }));
    }

    private static List<BrokenDouble> completeness() {
        return List.of(
                row("T8", "complete is rounded up", measured -> new MemoryTelemetry(measured) {
                    @Override
                    Instant complete(Set<Region> regions, Instant since, Instant until) {
                        return GRID.start(GRID.index(until.plus(GRID.step()).minusMillis(1)));
                    }
                }),
                row("T9", "a single region is complete later", measured -> new MemoryTelemetry(measured) {
                    @Override
                    Instant complete(Set<Region> regions, Instant since, Instant until) {
                        return regions.isEmpty() ? super.complete(regions, since, until) : since;
                    }
                }),
                row("T10", "rates still come in after they were complete", Late::new));
    }

    private static List<BrokenDouble> calls() {
        return List.of(
                row("T11", "an outage looks like silence", measured -> new MemoryTelemetry(measured) {
                    @Override
                    public Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline) {
                        return unreachable
                                ? new Telemetry(until, List.of(), List.of())
                                : super.observe(regions, since, until, deadline);
                    }
                }),
                row("T12", "a late call returns what it has", measured -> new MemoryTelemetry(measured) {
                    @Override
                    public Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline) {
                        return deadline.expired()
                                ? new Telemetry(since, measured.subList(0, 3), List.of())
                                : super.observe(regions, since, until, deadline);
                    }
                }),
                row("T13", "two calls at a time collide", Colliding::new));
    }

    private static final class Once extends MemoryTelemetry {
        private final Set<List<Instant>> asked = new HashSet<>();

        Once(List<RateObservation> measured) {
            super(measured);
        }

        @Override
        List<RateObservation> rates(Set<Region> regions, Instant since, Instant until) {
            List<RateObservation> all = super.rates(regions, since, until);
            boolean part = all.size() < measured.size();
            boolean again = part && regions.isEmpty() && !asked.add(List.of(since, until));
            return again ? List.of() : all;
        }
    }

    /** Has half of the rates of the last step before the end, until a later one is asked for. */
    private static final class Late extends MemoryTelemetry {
        Late(List<RateObservation> measured) {
            super(measured);
        }

        @Override
        List<RateObservation> rates(Set<Region> regions, Instant since, Instant until) {
            List<RateObservation> all = super.rates(regions, since, until);
            Instant last = until.minus(GRID.step());
            return all.size() == measured.size() || !regions.isEmpty()
                    ? all
                    : all.stream()
                            .map(o ->
                                    o.start().equals(last) ? RateObservation.of(o.flow(), o.start(), o.rate() / 2) : o)
                            .toList();
        }
    }

    private static final class Colliding extends MemoryTelemetry {
        private final AtomicInteger entered = new AtomicInteger();

        Colliding(List<RateObservation> measured) {
            super(measured);
        }

        @Override
        List<RateObservation> rates(Set<Region> regions, Instant since, Instant until) {
            boolean first = Company.onThreadOfKit() && entered.incrementAndGet() == 1;
            if (first && Company.await(() -> entered.get() > 1)) {
                throw new ConcurrentModificationException("another call moved the cursor");
            }
            return super.rates(regions, since, until);
        }
    }
}
