package io.headroom.testkit;

import io.headroom.core.Region;
import io.headroom.core.TimeGrid;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Deadline;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The source of one clause of {@link TelemetrySourceContract}, and the clauses themselves. */
final class TelemetryBed {
    private static final double TOLERANCE = 1e-9;

    private final TelemetrySourceContract kit;
    private final TimeGrid grid;
    private final List<RateObservation> measured;
    private final TelemetrySource source;
    private final Instant since;
    private final Instant until;

    TelemetryBed(TelemetrySourceContract kit) {
        this.kit = kit;
        this.grid = kit.grid();
        this.measured = kit.measured();
        this.source = kit.create(measured);
        List<Instant> starts =
                measured.stream().map(RateObservation::start).sorted().toList();
        this.since = starts.get(0);
        this.until = starts.get(starts.size() - 1).plus(grid.step());
    }

    /** The body of a clause. */
    @FunctionalInterface
    interface Body {
        void run(Clause c, TelemetryBed bed) throws Exception;
    }

    private Telemetry ask(Set<Region> regions, Instant from, Instant to) {
        return source.observe(regions, from, to, Deadline.after(kit.patience()));
    }

    private Telemetry all() {
        return ask(Set.of(), since, until);
    }

    private Instant step(int steps) {
        return since.plus(grid.step().multipliedBy(steps));
    }

    private Instant middle(int steps) {
        return step(steps).plus(grid.step().dividedBy(2));
    }

    private static String name(RateObservation o) {
        return o.flow() + " at " + o.start();
    }

    /** Rates by flow and step. */
    private static Map<String, Double> rates(List<RateObservation> observations) {
        return observations.stream()
                .collect(Collectors.toMap(TelemetryBed::name, RateObservation::rate, (a, b) -> b, TreeMap::new));
    }

    private Map<String, Double> measured(Predicate<RateObservation> wanted) {
        return rates(measured.stream().filter(wanted).toList());
    }

    private boolean lies(RateObservation o, Instant from, Instant to) {
        return !o.start().isBefore(from) && !o.start().plus(grid.step()).isAfter(to);
    }

    private static void alike(Clause c, String where, Map<String, Double> expected, Map<String, Double> got) {
        c.at(where);
        c.sameElements(expected.keySet(), got.keySet());
        expected.forEach((name, rate) -> {
            c.at(where + ", rate of " + name);
            c.near(rate, got.getOrDefault(name, Double.NaN), TOLERANCE, rate);
        });
    }

    static void returnsMeasured(Clause c, TelemetryBed bed) {
        c.mend("a count is taken for a rate, a page of the answer is dropped or read twice: divide by the step's"
                + " seconds, and read every page once");
        List<RateObservation> rates = bed.all().rates();
        c.at("number of observations that share a flow and step with another");
        c.same(0, rates.size() - rates(rates).size());
        Map<String, Double> got = rates(rates);
        bed.measured(o -> o.rate() > 0).forEach((name, rate) -> {
            c.at("rate of " + name);
            c.near(rate, c.given(got.get(name), rate + " per second"), TOLERANCE, rate);
        });
    }

    static void returnsZero(Clause c, TelemetryBed bed) {
        c.mend("zeros are left out, as a data base without rows does: fill measured steps without records with zero");
        Map<String, Double> zeros = bed.measured(o -> o.rate() == 0);
        c.at("measured()");
        c.hold(!zeros.isEmpty(), "a rate of zero among the measurements", "none");
        Map<String, Double> got = rates(bed.all().rates());
        zeros.forEach((name, rate) -> {
            c.at("rate of " + name);
            c.same(rate, got.get(name));
        });
    }

    static void leavesOutMissing(Clause c, TelemetryBed bed) {
        c.needs(Capability.GAPS);
        c.mend("gaps are filled with zero or with the rate before: leave them out");
        Map<String, Double> known = bed.measured(o -> true);
        c.at("observations that nobody measured");
        c.same(
                List.of(),
                rates(bed.all().rates()).keySet().stream()
                        .filter(name -> !known.containsKey(name))
                        .toList());
    }

    static void notBeforeSince(Clause c, TelemetryBed bed) {
        c.mend("'since' is rounded down to its step: a step counts if it starts at or after it");
        for (Instant from : List.of(bed.step(3), bed.middle(3))) {
            c.at("steps that start before " + from);
            c.same(
                    List.of(),
                    bed.ask(Set.of(), from, bed.until).rates().stream()
                            .filter(o -> o.start().isBefore(from))
                            .toList());
        }
    }

    static void finishedSteps(Clause c, TelemetryBed bed) {
        c.mend("the running step is returned with what it has so far: a step counts if it ends at or before 'until'");
        for (Instant to : List.of(bed.step(5), bed.middle(5))) {
            c.at("steps that are not finished at " + to);
            c.same(
                    List.of(),
                    bed.ask(Set.of(), bed.since, to).rates().stream()
                            .filter(o -> o.start().plus(bed.grid.step()).isAfter(to))
                            .toList());
        }
    }

    static void again(Clause c, TelemetryBed bed) {
        c.mend("what was returned is forgotten: keep finished steps as long as they can be asked for");
        List<RateObservation> first = bed.ask(Set.of(), bed.since, bed.step(6)).rates();
        Map<String, Double> part = rates(
                first.stream().filter(o -> !o.start().isBefore(bed.step(2))).toList());
        alike(
                c,
                "a part of the span",
                part,
                rates(bed.ask(Set.of(), bed.step(2), bed.step(6)).rates()));
        alike(
                c,
                "the same span again",
                rates(first),
                rates(bed.ask(Set.of(), bed.since, bed.step(6)).rates()));
    }

    static void regions(Clause c, TelemetryBed bed) {
        c.mend("only the source region is compared, or none: take a flow whose pair touches one of the wanted regions");
        List<RateObservation> all = bed.all().rates();
        for (Region region : bed.kit.touched()) {
            Map<String, Double> wanted = rates(
                    all.stream().filter(o -> o.flow().pair().touches(region)).toList());
            alike(
                    c,
                    "flows that touch " + region,
                    wanted,
                    rates(bed.ask(Set.of(region), bed.since, bed.until).rates()));
        }
        c.at("flows that touch a region without any");
        c.same(
                List.of(),
                bed.ask(Set.of(Region.of("no-such-region")), bed.since, bed.until)
                        .rates());
    }

    static void completeNotAfterUntil(Clause c, TelemetryBed bed) {
        c.mend("completeUntil is read off a clock, or rounded up to the next step: it is at most 'until'");
        for (Instant to : List.of(bed.middle(4), bed.step(6), bed.until)) {
            Instant complete = bed.ask(Set.of(), bed.since, to).completeUntil();
            c.at("completeUntil of a span that ends at " + to);
            c.hold(!complete.isAfter(to), to + " or before", complete);
        }
    }

    static void completeNeverBack(Clause c, TelemetryBed bed) {
        c.mend("completeUntil is taken from the latest record or from the span: keep the largest that was ever"
                + " returned");
        Instant before = Instant.MIN;
        for (int steps = 4; bed.step(steps).isBefore(bed.until); steps++) {
            Instant from = steps % 2 == 0 ? bed.since : bed.step(steps - 1);
            Set<Region> regions = steps % 3 == 0 ? Set.of(bed.kit.touched().get(0)) : Set.of();
            Instant complete = bed.ask(regions, from, bed.middle(steps)).completeUntil();
            c.at("completeUntil of a span that ends at " + bed.middle(steps));
            c.hold(!complete.isBefore(before), before + " or later", complete);
            before = complete;
        }
    }

    static void completeIsFinal(Clause c, TelemetryBed bed) {
        c.mend("steps are declared complete while rates still come in: hold completeUntil back by the delay of the"
                + " pipeline");
        for (int steps : new int[] {4, 6}) {
            Telemetry early = bed.ask(Set.of(), bed.since, bed.step(steps));
            Predicate<RateObservation> complete = o -> bed.lies(o, bed.since, early.completeUntil());
            alike(
                    c,
                    "rates before completeUntil, " + early.completeUntil() + ", when asked later",
                    rates(early.rates().stream().filter(complete).toList()),
                    rates(bed.all().rates().stream().filter(complete).toList()));
        }
    }

    static void outage(Clause c, TelemetryBed bed) {
        c.needs(Capability.OUTAGE);
        c.mend("an exception of the client escapes, or an empty list is returned: wrap it in an AdapterException");
        bed.kit.cutOff(bed.source);
        SafetyClauses.unreachable(c, "observe when the source can't be read", bed::all);
    }

    static void deadline(Clause c, TelemetryBed bed) throws Exception {
        c.mend("the call breaks off and returns what it has: that looks like silence, so throw an AdapterException");
        Map<String, Double> expected = rates(bed.kit
                .create(bed.measured)
                .observe(Set.of(), bed.since, bed.until, Deadline.after(bed.kit.patience()))
                .rates());
        c.at("observe after its deadline");
        try {
            Telemetry late = Parallel.one(
                    bed.kit.patience(),
                    () -> bed.source.observe(Set.of(), bed.since, bed.until, Deadline.after(Duration.ZERO)));
            alike(c, "observe after its deadline", expected, rates(late.rates()));
        } catch (AdapterException e) {
            c.given(e.getMessage(), "a message");
        }
    }

    static void threadSafe(Clause c, TelemetryBed bed) throws Exception {
        c.needs(Capability.CONCURRENCY);
        c.mend("a cursor or a cache is changed without a lock: guard it, or declare CONCURRENCY absent and say so in"
                + " the javadoc");
        Map<String, Double> expected = rates(bed.all().rates());
        c.at("four threads that ask at a time");
        for (Telemetry t : Parallel.run(4, bed.kit.patience(), bed::all)) {
            alike(c, "one of four threads that ask at a time", expected, rates(t.rates()));
        }
    }
}
