package io.headroom.spi;

import static io.headroom.spi.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.TransactionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventCalendarTest {
    private static final Instant T = Instant.parse("2024-11-29T00:00:00Z");
    private static final Flow FLOW = Flow.of("eu", "us", "order");

    private static Instant hour(double hours) {
        return T.plusMillis(Math.round(hours * 3_600_000));
    }

    private static CalendarEvent event(double start, double end) {
        return new CalendarEvent("sale", hour(start), hour(end), EventScope.ALL, new EventEffect.Multiply(1.3));
    }

    @Test
    void aCalendarAnswersWithWhatOverlaps() {
        List<CalendarEvent> events = new ArrayList<>(List.of(event(1, 3), event(5, 6), event(0, 10)));
        EventCalendar calendar = EventCalendar.of(events);
        events.clear();
        assertThat(calendar.events(hour(3), hour(5))).containsExactly(event(0, 10));
        assertThat(calendar.events(hour(2.9), hour(5.1))).hasSize(3);
        assertThat(calendar.events(hour(0), hour(1))).containsExactly(event(0, 10));
        assertThat(calendar.events(hour(10), hour(12))).isEmpty();
        assertThat(EventCalendar.none().events(hour(0), hour(10))).isEmpty();
    }

    @Test
    void shareOfASpan() {
        CalendarEvent event = event(1, 3);
        assertThat(event.share(hour(1), hour(3))).isEqualTo(1);
        assertThat(event.share(hour(1.5), hour(2))).isEqualTo(1);
        assertThat(event.share(hour(0), hour(4))).isCloseTo(0.5, within(1e-12));
        assertThat(event.share(hour(2.5), hour(3.5))).isCloseTo(0.5, within(1e-12));
        assertThat(event.share(hour(0.75), hour(1.75))).isCloseTo(0.75, within(1e-12));
        assertThat(event.share(hour(3), hour(4))).isZero();
        assertThat(event.share(hour(0), hour(1))).isZero();
    }

    @Test
    void scopesMatchEveryPartThatIsGiven() {
        assertThat(EventScope.ALL.matches(FLOW)).isTrue();
        assertThat(EventScope.of(Region.of("eu")).matches(FLOW)).isTrue();
        assertThat(EventScope.of(Region.of("us")).matches(FLOW)).isTrue();
        assertThat(EventScope.of(Region.of("ap")).matches(FLOW)).isFalse();
        assertThat(EventScope.of(RegionPair.of("eu", "us")).matches(FLOW)).isTrue();
        assertThat(EventScope.of(RegionPair.of("us", "eu")).matches(FLOW)).isFalse();
        assertThat(EventScope.of(TransactionType.of("order")).matches(FLOW)).isTrue();
        assertThat(EventScope.of(TransactionType.of("sync")).matches(FLOW)).isFalse();
        EventScope both =
                new EventScope(Optional.of(Region.of("eu")), Optional.empty(), Optional.of(TransactionType.of("sync")));
        assertThat(both.matches(FLOW)).isFalse();
        assertThat(both.matches(Flow.of("eu", "us", "sync"))).isTrue();
    }

    @Test
    void refusals() {
        assertRefused(() -> event(3, 3), "event 'sale' from 2024-11-29T03:00:00Z", "must end after it starts");
        assertRefused(() -> event(3, 1), "to 2024-11-29T01:00:00Z", "must end after it starts");
        assertRefused(
                () -> event(1, 3).withRamps(Duration.ofHours(1), Duration.ofMinutes(61)),
                "event 'sale' of PT2H with lead-in PT1H and fade-out PT1H1M",
                "must have ramps of 0 or more that fit into it");
        assertRefused(() -> event(1, 3).withRamps(Duration.ofHours(-1), Duration.ZERO), "lead-in PT-1H", "0 or more");
        assertRefused(() -> new EventEffect.Multiply(0), "event factor 0.0", "above 0");
        assertRefused(() -> new EventEffect.Multiply(-1), "event factor -1.0", "above 0");
        assertRefused(() -> new EventEffect.Multiply(Double.NaN), "event factor NaN", "above 0");
        assertThat(new EventEffect.Closed()).isEqualTo(new EventEffect.Closed());
    }

    @Test
    void copiesChangeOnePart() {
        CalendarEvent plain = event(1, 3);
        assertThat(plain.leadIn()).isZero();
        assertThat(plain.fadeOut()).isZero();
        CalendarEvent ramps = plain.withRamps(Duration.ofMinutes(20), Duration.ofMinutes(40));
        assertThat(ramps.leadIn()).isEqualTo(Duration.ofMinutes(20));
        assertThat(ramps.fadeOut()).isEqualTo(Duration.ofMinutes(40));
        assertThat(ramps).isNotEqualTo(plain);
        CalendarEvent learned = ramps.withEffect(new EventEffect.Learned());
        assertThat(learned.effect()).isEqualTo(new EventEffect.Learned());
        assertThat(learned.withEffect(plain.effect()).withRamps(Duration.ZERO, Duration.ZERO))
                .isEqualTo(plain);
    }
}
