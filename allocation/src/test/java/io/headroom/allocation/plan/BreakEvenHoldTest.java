package io.headroom.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakEvenHoldTest {
    private static int[] run(BreakEvenHold hold, int[] need) {
        NeedLevels past = NeedLevels.NONE;
        int[] units = new int[need.length];
        for (int t = 0; t < need.length; t++) {
            past = hold.after(past, t, need[t]);
            units[t] = hold.units(past, t);
        }
        return units;
    }

    /** Sees so many steps, the one in progress included. */
    private static int[] run(BreakEvenHold hold, int[] need, int view) {
        NeedLevels past = NeedLevels.NONE;
        int[] units = new int[need.length];
        for (int t = 0; t < need.length; t++) {
            past = hold.after(past, t, need[t]);
            int there = t == 0 ? 0 : units[t - 1];
            int[] ahead = Arrays.copyOfRange(need, t, t + view);
            units[t] = Math.max(need[t], Math.min(there, hold.units(past, t, ahead)));
        }
        return units;
    }

    @Test
    void aUnitIsKeptUpToTheBreakEvenSinceItWasLastNeeded() {
        BreakEvenHold hold = new BreakEvenHold(new UnitCosts(2, 5));
        assertThat(run(hold, new int[] {3, 1, 1, 2, 0, 0, 0, 0})).containsExactly(3, 3, 3, 2, 2, 2, 0, 0);
    }

    @Test
    void itIsTheLargestNeedOfTheLastSteps() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            int breakEven = random.nextInt(7);
            int[] need = Traces.random(random, 40, 6, breakEven);
            int[] units = run(new BreakEvenHold(new UnitCosts(1, breakEven)), need);
            for (int t = 0; t < need.length; t++) {
                int largest = Arrays.stream(need, Math.max(0, t - breakEven), t + 1)
                        .max()
                        .getAsInt();
                assertThat(units[t]).as("trace %d of seed 2, step %d", i, t).isEqualTo(largest);
            }
        }
    }

    @Test
    void anyTraceCostsAtMostTwiceTheOptimum() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            UnitCosts costs = new UnitCosts(1 + random.nextInt(3), random.nextInt(12));
            int[] need = Traces.random(random, 40, 4, (int) costs.breakEvenSteps());
            double best = Traces.optimum(Traces.needCosts(need, 4, costs.step()), costs.start());
            assertThat(Traces.cost(run(new BreakEvenHold(costs), need), costs))
                    .as("trace %d of seed 3", i)
                    .isBetween(best, 2 * best);
        }
    }

    @Test
    void aViewOfTheNextStepsLowersTheRatioDownToTheOptimum() {
        Random random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            int breakEven = 1 + random.nextInt(6);
            int view = 1 + random.nextInt(breakEven + 3);
            UnitCosts costs = new UnitCosts(1, breakEven);
            int[] need = Traces.random(random, 40, 4, breakEven);
            double best = Traces.optimum(Traces.needCosts(need, 4, 1), breakEven);
            double ratio = Math.max(1, 2 - (view - 1.0) / breakEven);
            assertThat(Traces.cost(run(new BreakEvenHold(costs), need, view), costs))
                    .as("trace %d of seed 4, view %d, break-even %d", i, view, breakEven)
                    .isBetween(best, ratio * best + 1e-9);
        }
    }

    @Test
    void aViewOfTheStepInProgressAloneChangesNothing() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            BreakEvenHold hold = new BreakEvenHold(new UnitCosts(1, random.nextInt(6)));
            int[] need = Traces.random(random, 30, 5, 5);
            assertThat(run(hold, need, 1)).isEqualTo(run(hold, need));
        }
    }

    @Test
    void aUnitNeededLaterThanTheBreakEvenIsGivenUpNow() {
        BreakEvenHold hold = new BreakEvenHold(new UnitCosts(1, 3));
        NeedLevels past = hold.after(NeedLevels.NONE, 0, 2);
        assertThat(hold.units(past, 1, 0, 0, 0, 2)).isEqualTo(2);
        assertThat(hold.units(past, 1, 0, 0, 0, 0, 2)).isZero();
        assertThat(hold.units(past, 1, 1, 0, 0, 0, 2)).isEqualTo(1);
        assertThatThrownBy(() -> hold.units(past, 1, -1)).hasMessageContaining("need ahead");
    }

    @Test
    void stepsThatWereLeftOutNeededNothing() {
        BreakEvenHold hold = new BreakEvenHold(new UnitCosts(1, 5));
        NeedLevels past = hold.after(hold.after(NeedLevels.NONE, 10, 4), 13, 2);
        assertThat(hold.units(past, 13)).isEqualTo(4);
        assertThat(hold.units(past, 15)).isEqualTo(4);
        assertThat(hold.units(past, 16)).isEqualTo(2);
        assertThat(hold.units(past, 19)).isZero();
    }

    @Test
    void aClockThatIsSetBackFreesNothing() {
        BreakEvenHold hold = new BreakEvenHold(new UnitCosts(1, 5));
        NeedLevels past = hold.after(hold.after(NeedLevels.NONE, 10, 4), 3, 2);
        assertThat(past.needed()).containsExactly(new NeedLevels.Needed(10, 4));
        assertThat(hold.units(past, 3)).isEqualTo(4);
        assertThat(hold.units(NeedLevels.NONE.after(Long.MIN_VALUE, 3, 9), Long.MAX_VALUE))
                .isZero();
    }

    @Test
    void theLevelsSayHowLongEachUnitHasBeenIdle() {
        NeedLevels past = NeedLevels.NONE.after(0, 5, 9).after(2, 3, 9).after(4, 1, 9);
        assertThat(past.idle(1, 4)).isEqualTo(OptionalLong.of(0));
        assertThat(past.idle(3, 4)).isEqualTo(OptionalLong.of(2));
        assertThat(past.idle(4, 4)).isEqualTo(OptionalLong.of(4));
        assertThat(past.idle(6, 4)).isEmpty();
        assertThat(past.after(10, 0, 9).idle(5, 10)).isEmpty();
    }

    @Test
    void theLevelsStayAsFewAsTheBreakEvenSteps() {
        BreakEvenHold hold = new BreakEvenHold(new UnitCosts(1, 4));
        NeedLevels past = NeedLevels.NONE;
        for (int t = 0; t < 100; t++) {
            past = hold.after(past, t, 1000 - t);
            assertThat(past.needed()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void levelsOutOfOrderAreRefused() {
        NeedLevels.Needed one = new NeedLevels.Needed(1, 5);
        for (NeedLevels.Needed wrong :
                List.of(new NeedLevels.Needed(1, 4), new NeedLevels.Needed(0, 4), new NeedLevels.Needed(2, 5))) {
            assertThatThrownBy(() -> new NeedLevels(List.of(one, wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("later step with fewer units");
        }
        assertThatThrownBy(() -> new NeedLevels.Needed(0, -1)).hasMessageContaining("needed units");
        assertThatThrownBy(() -> NeedLevels.NONE.after(0, 1, -1)).hasMessageContaining("kept steps");
    }
}
