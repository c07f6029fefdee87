package io.headroom.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventEffectsTest {
    private static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));
    private static final Flow FLOW = Flow.of("eu", "us", "order");
    private static final long STEP = 500_000;
    private static final EventEffect CLOSED = new EventEffect.Closed();

    /** An event from one minute of the step to another. */
    private static CalendarEvent event(int from, int to, EventEffect effect) {
        Instant start = HOURS.start(STEP);
        return new CalendarEvent(
                "event",
                start.plus(Duration.ofMinutes(from)),
                start.plus(Duration.ofMinutes(to)),
                EventScope.ALL,
                effect);
    }

    private static EventEffects effects(CalendarEvent... events) {
        return new EventEffects(EventCalendar.of(List.of(events)), FLOW, HOURS);
    }

    private static EventEffect times(double factor) {
        return new EventEffect.Multiply(factor);
    }

    @Test
    void aWholeStepTakesTheWholeEffect() {
        assertThat(effects(event(0, 60, times(1.3))).factor(STEP)).isEqualTo(1.3);
        assertThat(effects(event(-600, 600, CLOSED)).factor(STEP)).isZero();
        assertThat(effects().factor(STEP)).isEqualTo(1);
        assertThat(effects(event(60, 120, CLOSED)).factor(STEP)).isEqualTo(1);
        assertThat(effects(event(-60, 0, CLOSED)).factor(STEP)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"30, 60, 3, 2", "-100, 15, 5, 2", "20, 50, 0.5, 0.75", "59, 200, 61, 2"})
    void aPartOfAStepTakesThatPartOfTheEffect(int from, int to, double factor, double expected) {
        EventEffects effects = effects(event(from, to, times(factor)));
        assertThat(effects.factor(STEP)).isCloseTo(expected, within(1e-12));
        assertThat(effects.undo(STEP, 10 * expected)).isCloseTo(10, within(1e-12));
    }

    @Test
    void aStepThatIsClosedForLessThanHalfTeachesWhatItsOpenPartShows() {
        assertThat(effects(event(0, 15, CLOSED)).factor(STEP)).isEqualTo(0.75);
        assertThat(effects(event(0, 15, CLOSED)).undo(STEP, 30)).isEqualTo(40);
        assertThat(effects(event(0, 30, CLOSED)).undo(STEP, 30)).isEqualTo(60);
        assertThat(effects(event(0, 31, CLOSED)).undo(STEP, 30)).isNaN();
        assertThat(effects(event(0, 60, CLOSED)).undo(STEP, 30)).isNaN();
    }

    @Test
    void closingsThatMeetAddUpAndClosingsThatOverlapCountOnce() {
        EventEffects meeting = effects(event(0, 30, CLOSED), event(30, 60, CLOSED));
        assertThat(meeting.factor(STEP)).isZero();
        assertThat(meeting.undo(STEP, 5)).isNaN();
        EventEffects overlapping = effects(event(0, 24, CLOSED), event(12, 24, CLOSED));
        assertThat(overlapping.factor(STEP)).isCloseTo(0.6, within(1e-12));
        EventEffects apart = effects(event(0, 20, CLOSED), event(40, 60, CLOSED));
        assertThat(apart.factor(STEP)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(apart.undo(STEP, 5)).isNaN();
    }

    @Test
    void whereEventsOverlapBothApply() {
        assertThat(effects(event(0, 60, times(2)), event(0, 60, times(3))).factor(STEP))
                .isEqualTo(6);
        assertThat(effects(event(0, 30, times(3)), event(30, 60, times(5))).factor(STEP))
                .isEqualTo(4);
        assertThat(effects(event(0, 60, times(4)), event(30, 60, CLOSED)).factor(STEP))
                .isEqualTo(2);
        assertThat(effects(event(0, 30, times(4)), event(0, 30, CLOSED)).factor(STEP))
                .isEqualTo(0.5);
    }

    @Test
    void missingStaysMissingAndMonstersTeachNothing() {
        assertThat(effects(event(0, 60, times(2))).undo(STEP, Double.NaN)).isNaN();
        assertThat(effects().undo(STEP, Double.NaN)).isNaN();
        assertThat(effects().undo(STEP, 1e300)).isNaN();
        assertThat(effects(event(0, 60, times(1e-300))).undo(STEP, 1e9)).isNaN();
        assertThat(effects().undo(STEP, 1e99)).isEqualTo(1e99);
    }

    @Test
    void aCalendarMayReturnMoreThanWasAskedForInAnyOrder() {
        List<CalendarEvent> all =
                Arrays.asList(event(600, 900, CLOSED), event(0, 30, times(3)), event(-900, -600, times(7)));
        EventEffects generous = new EventEffects((from, to) -> all, FLOW, HOURS);
        assertThat(generous.factor(STEP)).isEqualTo(2);
        assertThat(generous.undo(STEP, 8)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "eu, us, order, true, true, true",
        "us, eu, order, true, false, true",
        "eu, asia, order, true, false, true",
        "asia, us, order, false, false, true",
        "eu, us, refund, true, true, false",
        "asia, us, refund, false, false, false"
    })
    void scopesChooseFlows(
            String source, String destination, String type, boolean byRegion, boolean byPair, boolean byType) {
        Flow flow = Flow.of(source, destination, type);
        assertThat(isTouched(flow, EventScope.of(Region.of("eu")))).isEqualTo(byRegion);
        assertThat(isTouched(flow, EventScope.of(RegionPair.of("eu", "us")))).isEqualTo(byPair);
        assertThat(isTouched(flow, EventScope.of(TransactionType.of("order")))).isEqualTo(byType);
        assertThat(isTouched(flow, EventScope.ALL)).isTrue();
    }

    private static boolean isTouched(Flow flow, EventScope scope) {
        CalendarEvent event = new CalendarEvent(
                "event", HOURS.start(STEP), HOURS.start(STEP + 1), scope, new EventEffect.Multiply(2));
        return new EventEffects(EventCalendar.of(List.of(event)), flow, HOURS).factor(STEP) == 2;
    }

    private static CalendarEvent ramp(int from, int to, EventEffect effect, int leadIn, int fadeOut) {
        return event(from, to, effect).withRamps(Duration.ofMinutes(leadIn), Duration.ofMinutes(fadeOut));
    }

    @Test
    void anEffectGrowsAndFadesLinearly() {
        EventEffects campaign = effects(ramp(0, 300, times(3), 120, 60));
        double[] expected = {1, 1.5, 2.5, 3, 3, 2, 1};
        for (int step = -1; step <= 5; step++) {
            assertThat(campaign.factor(STEP + step)).as("step %d", step).isCloseTo(expected[step + 1], within(1e-12));
            assertThat(campaign.undo(STEP + step, 10 * expected[step + 1])).isCloseTo(10, within(1e-11));
        }
    }

    @Test
    void aClosureWithRampsDrains() {
        EventEffects closing = effects(ramp(0, 240, CLOSED, 120, 0));
        assertThat(closing.factor(STEP)).isCloseTo(0.75, within(1e-12));
        assertThat(closing.factor(STEP + 1)).isCloseTo(0.25, within(1e-12));
        assertThat(closing.factor(STEP + 2)).isZero();
        assertThat(closing.undo(STEP, 75)).isCloseTo(100, within(1e-10));
        assertThat(closing.undo(STEP + 1, 25)).isNaN();
        assertThat(closing.undo(STEP + 2, 25)).isNaN();
    }

    /** Strengths x and 1 - x on the same hour: the mean of (1 + x) (2 - x) is 13 / 6; of x^3 it is 1/4. */
    @Test
    void rampsThatOverlapMultiplyInstantByInstant() {
        CalendarEvent rising = ramp(0, 60, times(2), 60, 0);
        CalendarEvent falling = ramp(0, 60, times(2), 0, 60);
        assertThat(effects(rising, falling).factor(STEP)).isCloseTo(13 / 6.0, within(1e-12));
        CalendarEvent opening = ramp(0, 60, CLOSED, 0, 60);
        assertThat(effects(opening, opening, opening).factor(STEP)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void rampsMeetInTheMiddle() {
        EventEffects peak = effects(ramp(0, 60, times(3), 30, 30));
        assertThat(peak.factor(STEP)).isCloseTo(2, within(1e-12));
    }

    @Test
    void anEffectThatIsYetToBeLearnedIsNone() {
        EventEffects unknown = effects(event(0, 60, new EventEffect.Learned()));
        assertThat(unknown.factor(STEP)).isEqualTo(1);
        assertThat(unknown.undo(STEP, 30)).isEqualTo(30);
        assertThat(effects(event(0, 60, new EventEffect.Learned()), event(0, 60, times(3)))
                        .factor(STEP))
                .isEqualTo(3);
    }

    @Test
    void whatIsToBeLearnedIsTheStrongestEventsShareOfTheStep() {
        EventEffect learned = new EventEffect.Learned();
        assertThat(effects().learned(STEP)).isZero();
        assertThat(effects(event(0, 60, times(3))).learned(STEP)).isZero();
        assertThat(effects(event(0, 15, learned), event(30, 60, learned)).learned(STEP))
                .isCloseTo(0.5, within(1e-12));
    }
}
