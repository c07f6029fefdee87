package io.headroom.simulation.strategy.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.simulation.strategy.frontier.Dominance.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DominanceTest {
    private static List<Verdict> verdicts(Frontier a, Frontier b) {
        return Dominance.of(a, b).points().stream()
                .map(Dominance.Judged::verdict)
                .toList();
    }

    @Test
    void everyPointInsideMustBeBeatenByOneThatWasRun() {
        Frontier a = Points.frontier("a", 1.2, 2, 1.5, 0.5, 2, 0.1);
        assertThat(verdicts(a, Points.frontier("b", 1.3, 2.5, 1.6, 0.6, 2.5, 0.2)))
                .containsOnly(Verdict.DOMINATED);
        assertThat(Dominance.of(a, Points.frontier("b", 1.3, 2.5, 1.6, 0.6)).holds())
                .isTrue();
        // Cheaper than any of a's, and safer than any of a's: a has no say.
        Dominance wider = Dominance.of(a, Points.frontier("b", 1.1, 4, 1.6, 0.6, 3, 0));
        assertThat(wider.points().stream().map(Dominance.Judged::verdict))
                .containsExactly(Verdict.OUTSIDE, Verdict.DOMINATED, Verdict.OUTSIDE);
        assertThat(wider.holds()).isTrue();
    }

    @Test
    void aboveTheCurveIsNotBeatenYet() {
        Frontier a = Points.frontier("a", 1, 2, 2, 0);
        Dominance dominance = Dominance.of(a, Points.frontier("b", 1.5, 1.5));
        assertThat(dominance.points(Verdict.ABOVE)).hasSize(1);
        assertThat(dominance.holds()).isFalse();
    }

    @Test
    void onOrBelowTheCurveIsNoWin() {
        Frontier a = Points.frontier("a", 1, 2, 2, 0);
        assertThat(verdicts(a, Points.frontier("b", 1.5, 1))).containsExactly(Verdict.REACHED);
        assertThat(verdicts(a, Points.frontier("b", 1.2, 1))).containsExactly(Verdict.REACHED);
        assertThat(verdicts(a, Points.frontier("b", 0.9, 0.5))).containsExactly(Verdict.REACHED);
        // As safe as the safest of a, and cheaper; as cheap as the cheapest, and safer.
        assertThat(verdicts(a, Points.frontier("b", 1.9, 0))).containsExactly(Verdict.REACHED);
        assertThat(verdicts(a, Points.frontier("b", 1, 1.9))).containsExactly(Verdict.REACHED);
        // Safer than a ever was, at a cost that a paid.
        assertThat(verdicts(Points.frontier("a", 1, 2, 2, 0.1), Points.frontier("b", 1.8, 0)))
                .containsExactly(Verdict.REACHED);
    }

    @Test
    void aFrontierReachesItselfAndDominatesNothingOfIt() {
        Frontier a = Points.frontier("a", 1, 2, 1.5, 0.5, 2, 0);
        assertThat(verdicts(a, a)).containsOnly(Verdict.REACHED);
        assertThat(Dominance.of(a, a).holds()).isFalse();
    }

    @Test
    void nothingInsideTheCommonRangeIsNoWin() {
        Dominance apart = Dominance.of(Points.frontier("a", 1, 2), Points.frontier("b", 3, 0.5, 0.5, 5));
        assertThat(apart.points().stream().map(Dominance.Judged::verdict)).containsOnly(Verdict.OUTSIDE);
        assertThat(apart.holds()).isFalse();
    }

    @Test
    void dominanceIsOneSidedAndSurvivesAnImprovement() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] first = figures(random);
            double[] second = figures(random);
            String replay = "seed " + seed;
            Frontier a = Points.frontier("a", first);
            Frontier b = Points.frontier("b", second);
            boolean holds = Dominance.of(a, b).holds();
            if (holds) {
                assertThat(Dominance.of(b, a).points(Verdict.REACHED))
                        .as(replay + ": a's points stand on or below b's curve or outside it")
                        .hasSizeGreaterThan(0);
                assertThat(Dominance.of(b, a).holds()).as(replay).isFalse();
            }
            double[] dearer = Arrays.copyOf(second, second.length);
            for (int i = 0; i < dearer.length; i += 2) {
                dearer[i] += 0.5;
            }
            long before = count(Dominance.of(a, b), Verdict.DOMINATED);
            long after = count(Dominance.of(a, Points.frontier("b", dearer)), Verdict.DOMINATED);
            assertThat(after).as(replay).isGreaterThanOrEqualTo(before);
        }
    }

    private static long count(Dominance dominance, Verdict verdict) {
        return dominance.points(verdict).size();
    }

    private static double[] figures(SplittableRandom random) {
        double[] figures = new double[2 * (1 + random.nextInt(6))];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = 1 + random.nextInt(8) / 4.0;
        }
        return figures;
    }
}
