package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.core.TimeGrid;
import io.headroom.spi.RateObservation;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link TelemetrySource}. A subclass loads the kit's measurements into the test bed behind its source;
 * if it can only read what is there already, it overrides {@link #measured} and {@link #grid} to say what that is.
 */
public abstract class TelemetrySourceContract extends Contract {
    /** For subclasses. */
    protected TelemetrySourceContract() {}

    /**
     * Makes the source; called once in each clause, sometimes twice.
     *
     * @param measured all that was ever measured: {@link #measured}; a flow and step that are not in it were not
     * @return a source that answers from them
     */
    protected abstract TelemetrySource create(List<RateObservation> measured);

    /**
     * Cuts off the world behind the source for the rest of the clause. For {@link Capability#OUTAGE}.
     *
     * @param source what {@link #create} made
     */
    protected void cutOff(TelemetrySource source) {
        throw missing("cutOff()", Capability.OUTAGE);
    }

    /**
     * The grid of the measurements.
     *
     * @return by default steps of a minute
     */
    protected TimeGrid grid() {
        return TimeGrid.of(Duration.ofMinutes(1));
    }

    /**
     * What was measured.
     *
     * @return 8 steps or more of at least two flows that have no region in common and a third that shares one with
     *     each; one rate or more is zero and, unless {@link Capability#GAPS} is absent, one flow lacks a step between
     *     two of its others. By default 12 steps of whole numbers of transactions from 2024-10-01 on, without volume
     */
    protected List<RateObservation> measured() {
        TimeGrid grid = grid();
        long first = grid.index(Instant.parse("2024-10-01T00:00:00Z")) + 1;
        boolean gaps = !absent().containsKey(Capability.GAPS);
        List<RateObservation> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant start = grid.start(first + i);
            double one = 1 / grid.stepSeconds();
            all.add(RateObservation.of(Flow.of("eu-west", "us-east", "api"), start, (60 + i) * one));
            if (i != 5 || !gaps) {
                all.add(RateObservation.of(
                        Flow.of("us-east", "ap-south", "sync"), start, i == 7 ? 0 : 3 * i * one + one));
            }
            all.add(RateObservation.of(Flow.of("ap-south", "sa-east", "api"), start, (i + 1) * one));
        }
        return all;
    }

    private void with(TelemetryBed.Body body) {
        check(c -> body.run(c, new TelemetryBed(this)));
    }

    @Test
    @DisplayName("T1 What was measured is returned, once and with its rate")
    final void returnsMeasured() {
        with(TelemetryBed::returnsMeasured);
    }

    @Test
    @DisplayName("T2 A measured zero is returned as zero")
    final void returnsZero() {
        with(TelemetryBed::returnsZero);
    }

    @Test
    @DisplayName("T3 What was not measured is left out")
    final void leavesOutMissing() {
        with(TelemetryBed::leavesOutMissing);
    }

    @Test
    @DisplayName("T4 Steps that start before the span are not returned")
    final void notBeforeSince() {
        with(TelemetryBed::notBeforeSince);
    }

    @Test
    @DisplayName("T5 Steps that are not finished at the end of the span are not returned")
    final void finishedSteps() {
        with(TelemetryBed::finishedSteps);
    }

    @Test
    @DisplayName("T6 What is asked for again is returned again")
    final void again() {
        with(TelemetryBed::again);
    }

    @Test
    @DisplayName("T7 Flows that touch a wanted region at either end are returned, and no others")
    final void regions() {
        with(TelemetryBed::regions);
    }

    @Test
    @DisplayName("T8 The answer is complete until an instant that is not after the end of the span")
    final void completeNotAfterUntil() {
        with(TelemetryBed::completeNotAfterUntil);
    }

    @Test
    @DisplayName("T9 The instant until which the answer is complete never moves back")
    final void completeNeverBack() {
        with(TelemetryBed::completeNeverBack);
    }

    @Test
    @DisplayName("T10 What lies before that instant does not change any more")
    final void completeIsFinal() {
        with(TelemetryBed::completeIsFinal);
    }

    @Test
    @DisplayName("T11 A source that can't be read throws an AdapterException")
    final void outage() {
        with(TelemetryBed::outage);
    }

    @Test
    @DisplayName("T12 After its deadline a call ends at once, with the whole answer or an AdapterException")
    final void deadline() {
        with(TelemetryBed::deadline);
    }

    @Test
    @DisplayName("T13 Many threads may ask at a time")
    final void threadSafe() {
        with(TelemetryBed::threadSafe);
    }

    /** Regions that measured flows touch. */
    final List<Region> touched() {
        return measured().stream()
                .flatMap(m -> List.of(m.flow().pair().source(), m.flow().pair().destination()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
