package io.headroom.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlapBudgetTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final FlapBudget ONE = new FlapBudget(1, WINDOW);

    private static Instant minute(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    @Test
    void growthIsNeverRefused() {
        assertThat(ONE.allowed(Flaps.NONE, NOON, 10, 500)).isEqualTo(500);
        Flaps spent = new Flaps(Optional.of(NOON), -100, List.of(), List.of());
        assertThat(ONE.allowed(spent, NOON, 10, 11)).isEqualTo(11);
        assertThat(ONE.allowed(spent, NOON, 10, 3)).isEqualTo(10);
    }

    @Test
    void aStopSetsItsReversalAsideUntilItCanNoLongerCome() {
        assertThat(ONE.allowed(Flaps.NONE, NOON, 100, 0)).isZero();
        Flaps flaps = ONE.after(Flaps.NONE, NOON, 100, 20);
        // Of the day's 100 for 100 units, of which 20 are left, 80 are set aside: none for 20 units is left.
        assertThat(ONE.allowed(flaps, minute(10), 20, 0)).isEqualTo(20);
        assertThat(ONE.allowed(flaps, minute(31), 20, 0)).isZero();
    }

    @Test
    void stoppingWhatWasJustStartedTakesTwice() {
        Flaps flaps = ONE.after(Flaps.NONE, NOON, 10, 16);
        // 10 at first, then a budget for 16 units; a stop of 5 undoes 5 starts and may be undone itself.
        assertThat(ONE.allowed(flaps, minute(1), 16, 0)).isEqualTo(11);
        assertThat(ONE.allowed(flaps, minute(31), 16, 0)).isEqualTo(6);
    }

    @Test
    void theBudgetComesBackWithTime() {
        Flaps flaps = ONE.after(ONE.after(Flaps.NONE, NOON, 10, 20), minute(1), 20, 10);
        assertThat(flaps.left()).isBetween(-0.01, 0.02);
        assertThat(ONE.allowed(flaps, minute(60), 10, 0)).isEqualTo(10);
        assertThat(ONE.allowed(flaps, minute(12 * 60 + 2), 10, 0)).isEqualTo(5);
        assertThat(ONE.allowed(flaps, minute(48 * 60), 10, 0)).isZero();
    }

    /** The count of reversals that the benchmarks use, with the newest opposite move undone first. */
    private static long reversals(int[] units, int window) {
        long undone = 0;
        int[] starts = new int[units.length];
        int[] stops = new int[units.length];
        for (int t = 1; t < units.length; t++) {
            int change = units[t] - units[t - 1];
            int[] own = change > 0 ? starts : stops;
            int[] other = change > 0 ? stops : starts;
            own[t] = Math.abs(change);
            int left = Math.abs(change);
            for (int s = t - 1; s >= Math.max(1, t - window) && left > 0; s--) {
                int here = Math.min(left, other[s]);
                other[s] -= here;
                left -= here;
                undone += here;
            }
        }
        return undone;
    }

    @Test
    void noDemandBringsMoreReversalsThanTheBudgetGrants() {
        Random random = new Random(1);
        long refused = 0;
        for (int i = 0; i < 300; i++) {
            FlapBudget budget = new FlapBudget(random.nextInt(4) / 2.0, WINDOW);
            int[] units = new int[3 * 1440];
            units[0] = 10;
            Flaps flaps = Flaps.NONE;
            double granted = Math.max(2, budget.perUnitDay() * 10);
            int top = 1 + random.nextInt(30);
            for (int t = 1; t < units.length; t++) {
                int wanted = random.nextInt(20) == 0 ? random.nextInt(top + 1) : units[t - 1];
                units[t] = budget.allowed(flaps, minute(t), units[t - 1], wanted);
                assertThat(units[t]).isBetween(Math.min(wanted, units[t - 1]), Math.max(wanted, units[t - 1]));
                refused += units[t] - wanted;
                flaps = budget.after(flaps, minute(t), units[t - 1], units[t]);
                granted += Math.max(2, budget.perUnitDay() * units[t - 1]) / 1440;
                assertThat(flaps.starts().size() + flaps.stops().size()).isLessThanOrEqualTo(62);
            }
            assertThat(reversals(units, 30)).as("trace %d of seed 1", i).isLessThanOrEqualTo((long) (granted + 1e-6));
        }
        assertThat(refused).isPositive();
    }

    @Test
    void argumentsOutsideTheirRangesAreRefused() {
        assertThatThrownBy(() -> new FlapBudget(-1, WINDOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reversals per unit-day");
        assertThatThrownBy(() -> new FlapBudget(1, Duration.ZERO)).hasMessageContaining("window");
        assertThatThrownBy(() -> ONE.allowed(Flaps.NONE, NOON, -1, 0)).hasMessageContaining("committed");
        assertThatThrownBy(() -> ONE.allowed(Flaps.NONE, NOON, 0, -1)).hasMessageContaining("wanted");
        assertThatThrownBy(() -> ONE.after(Flaps.NONE, NOON, -1, 0)).hasMessageContaining("before");
        assertThatThrownBy(() -> ONE.after(Flaps.NONE, NOON, 0, -1)).hasMessageContaining("after");
        assertThatThrownBy(() -> new Flaps(Optional.empty(), Double.NaN, List.of(), List.of()))
                .hasMessageContaining("budget");
        assertThatThrownBy(() -> new Flaps.Move(NOON, 0)).hasMessageContaining("moved units");
    }
}
