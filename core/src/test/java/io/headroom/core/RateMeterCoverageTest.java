package io.headroom.core;

import static io.headroom.core.Records.MINUTES;
import static io.headroom.core.Records.NOON;
import static io.headroom.core.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is missing, what is zero, and how far back a series reaches. */
class RateMeterCoverageTest {
    private static final double ONE = 1 / 60.0;
    private static final double GAP = Double.NaN;

    private static Instant minute(double minutes) {
        return NOON.plusMillis(Math.round(minutes * 60_000));
    }

    private static double[] rates(RateMeter meter, String flow) {
        return meter.transactions(Flow.parse(flow)).toArray();
    }

    @Test
    void aStepWithoutAnyRecordIsMissing() {
        RateMeter meter = RateMeter.builder(MINUTES).build();
        meter.record(record("a>b/x", minute(0)));
        meter.record(record("a>b/x", minute(3)));
        meter.record(record("a>b/x", minute(4)));
        assertThat(rates(meter, "a>b/x")).containsExactly(ONE, GAP, GAP, ONE);
    }

    @Test
    void aStepIsZeroIfTheSourceRegionWasHeardOtherwise() {
        RateMeter meter = RateMeter.builder(MINUTES).build();
        meter.record(record("a>b/x", minute(0)));
        meter.record(record("b>a/x", minute(0)));
        meter.record(record("a>c/y", minute(1)));
        meter.record(record("a>b/x", minute(2)));
        meter.record(record("a>b/x", minute(3)));
        assertThat(rates(meter, "a>b/x")).containsExactly(ONE, 0, ONE);
        // Not its destination region: silence at the source is not excused by traffic elsewhere.
        assertThat(rates(meter, "b>a/x")).containsExactly(ONE, GAP, GAP);
        assertThat(rates(meter, "a>c/y")).containsExactly(ONE, 0);
    }

    @Test
    void aFlowThatBeginsLaterHasNoEarlierSteps() {
        RateMeter meter = RateMeter.builder(MINUTES).build();
        for (int i = 0; i < 10; i++) {
            meter.record(record("a>b/x", minute(i)));
        }
        assertThat(meter.record(record("a>c/x", minute(9.5)))).isEqualTo(RecordVerdict.COUNTED);
        assertThat(rates(meter, "a>c/x")).isEmpty();
        meter.covered(minute(9), minute(11));
        assertThat(meter.transactions(Flow.parse("a>c/x")).start(0)).isEqualTo(minute(9));
        assertThat(rates(meter, "a>c/x")).containsExactly(ONE, 0);
    }

    @Test
    void aCoveredStepIsZero() {
        RateMeter meter = RateMeter.builder(MINUTES).build();
        meter.record(record("a>b/x", minute(0)));
        meter.covered(minute(1), minute(3));
        assertThat(rates(meter, "a>b/x")).containsExactly(ONE, 0, 0);
        meter.record(record("a>b/x", minute(5)));
        assertThat(rates(meter, "a>b/x")).containsExactly(ONE, 0, 0, GAP, GAP);
    }

    @Test
    void onlyWholeStepsAreCovered() {
        RateMeter meter = RateMeter.builder(MINUTES).declaredCoverage().build();
        meter.record(record("a>b/x", minute(0)));
        meter.covered(minute(0.5), minute(3.5));
        meter.covered(minute(3.6), minute(3.7));
        meter.covered(minute(4), minute(4));
        meter.covered(minute(5), minute(6));
        assertThat(rates(meter, "a>b/x")).containsExactly(GAP, 0, 0, GAP, GAP, 0);
    }

    @Test
    void withDeclaredCoverageRecordsAloneDoNotCover() {
        RateMeter meter = RateMeter.builder(MINUTES).declaredCoverage().build();
        meter.record(record("a>b/x", minute(0)));
        meter.record(record("a>b/x", minute(1)));
        meter.record(record("a>b/x", minute(2)));
        assertThat(rates(meter, "a>b/x")).containsExactly(GAP, GAP);
        // A span may be declared after its steps were closed: its records were counted all the same.
        meter.covered(minute(1), minute(2));
        assertThat(rates(meter, "a>b/x")).containsExactly(GAP, ONE);
    }

    @Test
    void coverageIsForEveryRegion() {
        RateMeter meter = RateMeter.builder(MINUTES).declaredCoverage().build();
        meter.record(record("a>b/x", minute(0)));
        meter.record(record("b>a/x", minute(0)));
        meter.covered(minute(0), minute(2));
        assertThat(rates(meter, "a>b/x")).containsExactly(ONE, 0);
        assertThat(rates(meter, "b>a/x")).containsExactly(ONE, 0);
    }

    @Test
    void recordsOfACoveredOpenStepStillCount() {
        RateMeter meter =
                RateMeter.builder(MINUTES).lateness(Duration.ofMinutes(2)).build();
        meter.record(record("a>b/x", minute(0)));
        meter.covered(minute(0), minute(2));
        assertThat(meter.record(record("a>b/x", minute(0.5)))).isEqualTo(RecordVerdict.COUNTED);
        meter.covered(minute(2), minute(4));
        assertThat(rates(meter, "a>b/x")).containsExactly(2 * ONE, 0);
    }

    @Test
    void theRingKeepsTheLatestSteps() {
        RateMeter meter = RateMeter.builder(MINUTES)
                .retainedSteps(5)
                .lateness(Duration.ofMinutes(2))
                .build();
        for (int i = 0; i < 1_000; i++) {
            for (int k = 0; k <= i % 7; k++) {
                meter.record(record("a>b/x", minute(i)).withVolumeBytes(60));
            }
            int closed = Math.max(0, i - 2);
            RateSeries series = meter.transactions(Flow.parse("a>b/x"));
            assertThat(series.length()).isEqualTo(Math.min(5, closed));
            for (int step = 0; step < series.length(); step++) {
                int index = closed - series.length() + step;
                assertThat(series.start(step)).isEqualTo(minute(index));
                assertThat(series.rate(step)).as("minute %d", index).isEqualTo((index % 7 + 1) / 60.0);
                assertThat(meter.bytes(Flow.parse("a>b/x")).orElseThrow().rate(step))
                        .isEqualTo(index % 7 + 1);
            }
        }
    }

    @Test
    void aFlowThatFallsSilentLongerThanTheRingComesBackEmpty() {
        RateMeter meter = RateMeter.builder(MINUTES).retainedSteps(4).build();
        meter.record(record("a>b/x", minute(0)));
        meter.record(record("a>b/x", minute(1)).withVolumeBytes(60));
        meter.covered(minute(2), minute(50));
        assertThat(rates(meter, "a>b/x")).containsExactly(0, 0, 0, 0);
        meter.record(record("a>b/x", minute(50)).withVolumeBytes(60));
        meter.covered(minute(50), minute(51));
        assertThat(rates(meter, "a>b/x")).containsExactly(0, 0, 0, ONE);
        assertThat(meter.bytes(Flow.parse("a>b/x")).orElseThrow().toArray()).containsExactly(0, 0, 0, 1);
        assertThat(meter.flows()).hasSize(1);
    }
}
