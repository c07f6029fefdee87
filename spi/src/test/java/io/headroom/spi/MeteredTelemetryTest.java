package io.headroom.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.RateMeter;
import io.headroom.core.RateMeterBuilder;
import io.headroom.core.Region;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeteredTelemetryTest {
    private static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    private final ScriptedSource source = new ScriptedSource();

    private static RateMeterBuilder declared() {
        return RateMeter.builder(MINUTES).declaredCoverage();
    }

    private static Instant minute(double minutes) {
        return NOON.plusMillis(Math.round(minutes * 60_000));
    }

    private static Telemetry observe(TelemetrySource telemetry, double since, double until) {
        return telemetry.observe(Set.of(), minute(since), minute(until), Deadline.none());
    }

    /** Minute and transactions of each observation of a flow. */
    private static List<String> rates(Telemetry telemetry, String flow) {
        return telemetry.rates().stream()
                .filter(r -> r.flow().key().equals(flow))
                .map(r -> Duration.between(NOON, r.start()).toMinutes() + ":" + Math.round(r.rate() * 60))
                .toList();
    }

    @Test
    void recordsBecomeRates() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        source.add("a>b/x", minute(0));
        source.add("a>b/x", minute(0.5));
        source.add("b>c/y", minute(1));
        source.add("a>b/x", minute(2));
        Telemetry t = observe(telemetry, 0, 3);
        assertThat(rates(t, "a>b/x")).containsExactly("0:2", "1:0", "2:1");
        assertThat(rates(t, "b>c/y")).containsExactly("1:1", "2:0");
        assertThat(t.completeUntil()).isEqualTo(minute(3));
        assertThat(t.utilisation()).isEmpty();
        assertThat(t.rates()).allMatch(r -> r.byteRate().isEmpty());
    }

    @Test
    void answersAreRepeatable() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        source.add("a>b/x", minute(0));
        source.add("a>c/x", minute(1.5));
        Telemetry first = observe(telemetry, 0, 3);
        assertThat(observe(telemetry, 0, 3)).isEqualTo(first);
        source.add("a>b/x", minute(3.5));
        Telemetry later = observe(telemetry, 0, 5);
        assertThat(rates(later, "a>b/x")).containsExactly("0:1", "1:0", "2:0", "3:1", "4:0");
        assertThat(observe(telemetry, 0, 3)).isEqualTo(first);
        assertThat(rates(observe(telemetry, 2, 4), "a>b/x")).containsExactly("2:0", "3:1");
    }

    @Test
    void onlyWholeStepsInsideTheSpan() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        source.add("a>b/x", minute(0));
        observe(telemetry, 0, 10);
        assertThat(rates(observe(telemetry, 1.5, 4.5), "a>b/x")).containsExactly("2:0", "3:0");
        assertThat(rates(observe(telemetry, 4, 4.5), "a>b/x")).isEmpty();
        assertThat(observe(telemetry, 1.5, 4.5).completeUntil()).isEqualTo(minute(4.5));
    }

    @Test
    void flowsOfTheRegions() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        for (String flow : List.of("a>b/x", "b>c/x", "c>a/x", "c>d/x")) {
            source.add(flow, minute(0));
        }
        Telemetry t = telemetry.observe(Set.of(Region.of("a"), Region.of("d")), minute(0), minute(1), Deadline.none());
        assertThat(t.rates()).map(r -> r.flow().key()).containsExactly("a>b/x", "c>a/x", "c>d/x");
    }

    /** A call that ends within a step leaves no hole: the next call completes the step. */
    @Test
    void aStepThatTwoCallsShareIsCovered() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        source.add("a>b/x", minute(0));
        for (double until = 0.4; until < 5; until += 0.7) {
            observe(telemetry, 0, until);
        }
        assertThat(rates(observe(telemetry, 0, 5), "a>b/x")).containsExactly("0:1", "1:0", "2:0", "3:0", "4:0");
    }

    @Test
    void whatTheSourceHasNotReachedIsLeftOut() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        source.add("a>b/x", minute(0));
        source.reachesOnly(minute(2.5));
        Telemetry t = observe(telemetry, 0, 10);
        assertThat(rates(t, "a>b/x")).containsExactly("0:1", "1:0");
        assertThat(t.completeUntil()).isEqualTo(minute(2));
        assertThat(observe(telemetry, 0, 20)).isEqualTo(t);
        source.reachesOnly(Instant.MAX);
        Telemetry caughtUp = observe(telemetry, 0, 4);
        assertThat(rates(caughtUp, "a>b/x")).containsExactly("0:1", "1:0", "2:0", "3:0");
        assertThat(caughtUp.completeUntil()).isEqualTo(minute(4));
    }

    @Test
    void stepsWaitForTheLateness() {
        TelemetrySource telemetry = new MeteredTelemetry(
                source, declared().lateness(Duration.ofMinutes(2)).build());
        source.add("a>b/x", minute(0));
        Telemetry t = observe(telemetry, 0, 4);
        assertThat(rates(t, "a>b/x")).containsExactly("0:1", "1:0");
        assertThat(t.completeUntil()).isEqualTo(minute(2));
        source.add("a>b/x", minute(2.5));
        assertThat(rates(observe(telemetry, 0, 5), "a>b/x")).containsExactly("0:1", "1:0", "2:1");
    }

    /** Records may run ahead of what the source vouches for; such steps may still turn from missing into zero. */
    @Test
    void completeUntilNeverRunsAheadOfTheSource() {
        RecordSource eager = (until, sink, deadline) -> {
            sink.accept(ScriptedSource.record("a>b/x", minute(0)));
            sink.accept(ScriptedSource.record("a>b/x", minute(8)));
            return minute(3);
        };
        Telemetry t = observe(new MeteredTelemetry(eager, declared().build()), 0, 10);
        assertThat(t.completeUntil()).isEqualTo(minute(3));
        assertThat(rates(t, "a>b/x")).containsExactly("0:1", "1:0", "2:0");
    }

    @Test
    void completeUntilNeverMovesBackNorLiesAfterTheEnd() {
        TelemetrySource telemetry = new MeteredTelemetry(
                source, declared().lateness(Duration.ofMinutes(3)).build());
        Instant before = Instant.MIN;
        source.reachesOnly(minute(-100));
        for (double until : new double[] {0, 0.5, 1, 4, 4.2, 9, 9, 30}) {
            source.add("a>b/x", minute(until - 1));
            source.reachesOnly(minute(until - 5));
            Instant complete = observe(telemetry, until - 2, until).completeUntil();
            assertThat(complete).isBetween(before, minute(until));
            before = complete;
        }
        assertThat(before).isEqualTo(minute(22));
    }

    @Test
    void silenceOfTheSourceRegionIsMissingByDefault() {
        RecordSource mute = (until, sink, deadline) -> {
            sink.accept(ScriptedSource.record("a>b/x", minute(0)));
            sink.accept(ScriptedSource.record("a>b/x", minute(3)));
            return Instant.EPOCH;
        };
        Telemetry t =
                observe(new MeteredTelemetry(mute, RateMeter.builder(MINUTES).build()), 0, 3);
        assertThat(rates(t, "a>b/x")).containsExactly("0:1");
        assertThat(t.completeUntil()).isEqualTo(Instant.EPOCH);
    }

    /** By the host's clock these records are not from the future: they are counted, not lost and written as zero. */
    @Test
    void aLongPauseLosesNothing() {
        TelemetrySource telemetry = new MeteredTelemetry(
                source, declared().maximumJump(Duration.ofMinutes(5)).build());
        source.add("a>b/x", minute(0));
        observe(telemetry, 0, 1);
        source.add("a>b/x", minute(60));
        source.add("a>b/x", minute(61));
        assertThat(rates(observe(telemetry, 59, 62), "a>b/x")).containsExactly("59:0", "60:1", "61:1");
    }

    @Test
    void aClockThatIsAheadOfTheHostIsRefused() {
        RateMeter meter = declared().maximumJump(Duration.ofMinutes(5)).build();
        RecordSource ahead = (until, sink, deadline) -> {
            sink.accept(ScriptedSource.record("a>b/x", minute(0)));
            sink.accept(ScriptedSource.record("a>b/x", minute(1_000)));
            return until;
        };
        assertThat(observe(new MeteredTelemetry(ahead, meter), 0, 2).completeUntil())
                .isEqualTo(minute(2));
        assertThat(meter.stats().future()).isEqualTo(1);
        assertThat(meter.stats().counted()).isEqualTo(1);
    }

    @Test
    void bytesStandBesideTheRates() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        source.add(ScriptedSource.record("a>b/x", minute(0)).withVolumeBytes(600));
        source.add(ScriptedSource.record("a>b/x", minute(0.2)).withVolumeBytes(600));
        source.add("a>c/x", minute(0));
        Telemetry t = observe(telemetry, 0, 2);
        assertThat(t.rates())
                .filteredOn(r -> r.flow().key().equals("a>b/x"))
                .map(r -> r.byteRate().orElseThrow())
                .containsExactly(20.0, 0.0);
        assertThat(t.rates())
                .filteredOn(r -> r.flow().key().equals("a>c/x"))
                .allMatch(r -> r.byteRate().isEmpty());
    }

    @Test
    void recordsThatComeTwiceWithAnIdCountOnce() {
        TransactionRecord r = ScriptedSource.record("a>b/x", minute(0.5)).withId("tx");
        source.add(r);
        source.add(r);
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        assertThat(rates(observe(telemetry, 0, 1), "a>b/x")).containsExactly("0:1");
    }

    @Test
    void anOutageIsReportedAndLosesNothing() {
        TelemetrySource telemetry = new MeteredTelemetry(source, declared().build());
        source.add("a>b/x", minute(0));
        observe(telemetry, 0, 1);
        source.add("a>b/x", minute(1.5));
        source.breakDown(true);
        assertThatThrownBy(() -> observe(telemetry, 0, 2))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("connection refused");
        source.breakDown(false);
        Telemetry t = observe(telemetry, 0, 4);
        assertThat(rates(t, "a>b/x")).containsExactly("0:1", "1:1", "2:0", "3:0");
    }
}
