package io.headroom.core;

import static io.headroom.core.Records.MINUTES;
import static io.headroom.core.Records.NOON;
import static io.headroom.core.Records.record;
import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateMeterTest {
    private static final String FLOW = "a>b/x";
    private static final Flow KEY = Flow.parse(FLOW);
    private static final double ONE = 1 / 60.0;

    private static RateMeterBuilder builder() {
        return RateMeter.builder(MINUTES);
    }

    private static Instant minute(double minutes) {
        return NOON.plusMillis(Math.round(minutes * 60_000));
    }

    private static RecordVerdict at(RateMeter meter, double minutes) {
        return meter.record(record(FLOW, minute(minutes)));
    }

    @Test
    void nothingYet() {
        RateMeter meter = builder().build();
        assertThat(meter.grid()).isEqualTo(MINUTES);
        assertThat(meter.flows()).isEmpty();
        assertThat(meter.closedBefore()).isEmpty();
        assertThat(meter.transactions(KEY).length()).isZero();
        assertThat(meter.bytes(KEY)).isEmpty();
        assertThat(meter.stats()).isEqualTo(new RateMeterStats(0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsPerSecondOnHalfOpenSteps() {
        RateMeter meter = builder().build();
        at(meter, 0);
        at(meter, 0.5);
        meter.record(record(FLOW, minute(1).minusNanos(1)));
        at(meter, 1);
        assertThat(meter.transactions(KEY)).isEqualTo(RateSeries.of(MINUTES, MINUTES.index(NOON), 3 * ONE));
        at(meter, 2);
        assertThat(meter.transactions(KEY).toArray()).containsExactly(3 * ONE, ONE);
        assertThat(meter.closedBefore()).contains(MINUTES.index(minute(2)));
    }

    @Test
    void openStepsAreNotShown() {
        RateMeter meter = builder().lateness(Duration.ofSeconds(90)).build();
        at(meter, 0);
        at(meter, 2.49);
        assertThat(meter.transactions(KEY).length()).isZero();
        at(meter, 2.5);
        assertThat(meter.transactions(KEY).toArray()).containsExactly(ONE);
    }

    @Test
    void lateRecordsAreTakenUpToTheLateness() {
        RateMeter meter = builder().lateness(Duration.ofSeconds(60)).build();
        at(meter, 5);
        assertThat(at(meter, 4)).isEqualTo(RecordVerdict.COUNTED);
        assertThat(at(meter, 3.99)).isEqualTo(RecordVerdict.LATE);
        at(meter, 5.999);
        assertThat(at(meter, 4)).isEqualTo(RecordVerdict.COUNTED);
        at(meter, 6);
        assertThat(at(meter, 4.99)).isEqualTo(RecordVerdict.LATE);
        assertThat(meter.transactions(KEY).toArray()).containsExactly(2 * ONE);
        assertThat(meter.stats().late()).isEqualTo(2);
        assertThat(meter.stats().counted()).isEqualTo(5);
    }

    @Test
    void aSeriesReachesBackToTheEarliestRecord() {
        RateMeter meter = builder().lateness(Duration.ofMinutes(5)).build();
        at(meter, 3);
        at(meter, 1);
        meter.covered(minute(9), minute(9));
        assertThat(meter.transactions(KEY))
                .isEqualTo(RateSeries.of(MINUTES, MINUTES.index(minute(1)), ONE, Double.NaN, ONE));
    }

    @Test
    void duplicatesCountOnceWhileTheirStepIsOpen() {
        RateMeter meter = builder().lateness(Duration.ofMinutes(1)).build();
        TransactionRecord r = record(FLOW, minute(0)).withId("tx");
        assertThat(meter.record(r)).isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.record(r)).isEqualTo(RecordVerdict.DUPLICATE);
        assertThat(meter.record(record(FLOW, minute(0)))).isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.record(record("b>c/y", minute(1)).withId("tx"))).isEqualTo(RecordVerdict.DUPLICATE);
        meter.covered(minute(2), minute(2));
        assertThat(meter.record(r)).isEqualTo(RecordVerdict.LATE);
        assertThat(meter.record(record(FLOW, minute(2)).withId("tx"))).isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.stats()).isEqualTo(new RateMeterStats(3, 2, 1, 0, 0, 0));
    }

    @Test
    void aDuplicateStartsNoFlow() {
        RateMeter meter = builder().maximumFlows(2).build();
        meter.record(record(FLOW, minute(0)).withId("tx"));
        assertThat(meter.record(record("b>c/y", minute(0)).withId("tx"))).isEqualTo(RecordVerdict.DUPLICATE);
        assertThat(meter.flows()).containsExactly(KEY);
        assertThat(meter.record(record("c>d/z", minute(0)))).isEqualTo(RecordVerdict.COUNTED);
    }

    @Test
    void brokenClocksAreRefused() {
        RateMeter meter = builder().maximumJump(Duration.ofMinutes(10)).build();
        assertThat(at(meter, 0)).isEqualTo(RecordVerdict.COUNTED);
        assertThat(at(meter, 10.001)).isEqualTo(RecordVerdict.FUTURE);
        assertThat(at(meter, 10)).isEqualTo(RecordVerdict.COUNTED);
        assertThat(at(meter, 19)).isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.record(record(FLOW, Instant.MAX))).isEqualTo(RecordVerdict.FUTURE);
        assertThat(meter.record(record(FLOW, Instant.MIN))).isEqualTo(RecordVerdict.LATE);
        assertThat(meter.stats()).isEqualTo(new RateMeterStats(3, 0, 1, 2, 0, 0));
        assertThat(builder().build().record(record(FLOW, Instant.MAX))).isEqualTo(RecordVerdict.FUTURE);
    }

    @Test
    void afterALongPauseTheHostMovesTheTime() {
        RateMeter meter = builder().maximumJump(Duration.ofMinutes(10)).build();
        at(meter, 0);
        assertThat(at(meter, 30)).isEqualTo(RecordVerdict.FUTURE);
        meter.covered(minute(30), minute(30));
        assertThat(at(meter, 30)).isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.transactions(KEY).observed()).isEqualTo(1);
    }

    @Test
    void flowsBeyondTheLimitAreRefused() {
        RateMeter meter = builder().maximumFlows(2).build();
        meter.record(record("a>b/x", minute(0)));
        meter.record(record("a>b/y", minute(0)));
        assertThat(meter.record(record("a>b/z", minute(0)))).isEqualTo(RecordVerdict.FLOW_LIMIT);
        assertThat(meter.record(record("c>b/x", minute(0)))).isEqualTo(RecordVerdict.FLOW_LIMIT);
        assertThat(meter.record(record("a>b/y", minute(1)))).isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.flows()).map(Flow::key).containsExactly("a>b/x", "a>b/y");
        assertThat(meter.stats()).isEqualTo(new RateMeterStats(3, 0, 0, 0, 2, 0));
    }

    @Test
    void idsBeyondTheLimitAreForgottenOldestStepFirst() {
        RateMeter meter =
                builder().lateness(Duration.ofMinutes(10)).maximumIds(3).build();
        TransactionRecord first = record(FLOW, minute(0)).withId("1");
        TransactionRecord third = record(FLOW, minute(1)).withId("3");
        meter.record(first);
        meter.record(record(FLOW, minute(0)).withId("2"));
        meter.record(third);
        assertThat(meter.stats().forgottenIds()).isZero();
        meter.record(record(FLOW, minute(1)).withId("4"));
        assertThat(meter.stats().forgottenIds()).isEqualTo(2);
        assertThat(meter.record(third)).isEqualTo(RecordVerdict.DUPLICATE);
        assertThat(meter.record(first)).isEqualTo(RecordVerdict.COUNTED);
    }

    @Test
    void bytesStandBesideTheCounts() {
        RateMeter meter = builder().build();
        at(meter, 0);
        meter.record(record("a>c/x", minute(0)));
        meter.record(record(FLOW, minute(0)).withVolumeBytes(600));
        meter.record(record(FLOW, minute(1)).withVolumeBytes(0));
        at(meter, 2);
        at(meter, 3);
        assertThat(meter.transactions(KEY).toArray()).containsExactly(2 * ONE, ONE, ONE);
        assertThat(meter.bytes(KEY).orElseThrow()).isEqualTo(RateSeries.of(MINUTES, MINUTES.index(NOON), 10, 0, 0));
        assertThat(meter.bytes(Flow.parse("a>c/x"))).isEmpty();
    }

    @Test
    void hugeVolumesSaturate() {
        RateMeter meter = builder().build();
        TransactionRecord huge = record(FLOW, minute(0)).withVolumeBytes(Long.MAX_VALUE);
        assertThat(meter.record(huge)).isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.record(huge)).isEqualTo(RecordVerdict.COUNTED);
        at(meter, 1);
        assertThat(meter.bytes(KEY).orElseThrow().toArray()).containsExactly(Long.MAX_VALUE / 60.0);
        assertThat(meter.transactions(KEY).toArray()).containsExactly(2 * ONE);
    }

    @Test
    void settingsAreRefused() {
        assertRefused(() -> builder().lateness(Duration.ofSeconds(-1)).build(), "lateness PT-1S", "0 or more");
        assertRefused(
                () -> builder().lateness(Duration.ofDays(2_000)).build(), "steps in the lateness 2880000", "1000000]");
        assertRefused(
                () -> builder().lateness(Duration.ofDays(9_999_999)).build(), "duration PT239999976H", "2147483647");
        assertRefused(() -> builder().maximumJump(Duration.ZERO).build(), "maximum jump PT0S", "longer than zero");
        assertRefused(() -> builder().retainedSteps(0).build(), "retained steps 0", "[1, 10000000]");
        assertRefused(() -> builder().maximumFlows(0).build(), "maximum flows 0", "[1, ");
        assertRefused(() -> builder().maximumIds(-1).build(), "maximum ids -1", "[1, ");
        RateMeter meter = builder().build();
        assertRefused(
                () -> meter.covered(minute(1), minute(0)), "span from " + minute(1), "must not end before it starts");
        assertThat(meter.closedBefore()).isEmpty();
    }

    /** A long jump is a check, not a store: it must not make the rings longer. */
    @Test
    void theJumpCostsNoMemory() {
        RateMeter meter = RateMeter.builder(TimeGrid.of(Duration.ofMillis(1)))
                .maximumJump(Duration.ofDays(36_500))
                .retainedSteps(100)
                .build();
        meter.record(record(FLOW, NOON));
        assertThat(meter.record(record(FLOW, NOON.plus(Duration.ofDays(30_000)))))
                .isEqualTo(RecordVerdict.COUNTED);
        assertThat(meter.transactions(KEY).length()).isEqualTo(100);
        assertThat(meter.transactions(KEY).observed()).isZero();
    }
}
