package io.headroom.allocation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The search on problems too large to try every solution: against dynamic programming, and a second solver. */
class CoveringSolverTest {
    private static final int ENDLESS = Integer.MAX_VALUE;

    private static Covering problem(SplittableRandom random, int columns, int rows, int most) {
        long[] cost = new long[columns];
        int[] limit = new int[columns];
        long[][] amount = new long[columns][rows];
        long[] required = new long[rows];
        Arrays.fill(required, random.nextInt(1, most));
        int kind = random.nextInt(3);
        for (int j = 0; j < columns; j++) {
            long sum = 0;
            for (int i = 0; i < rows; i++) {
                amount[j][i] = random.nextInt(4) == 0 ? 0 : random.nextInt(1, kind == 2 ? 8 : 60);
                sum += amount[j][i];
            }
            cost[j] = kind == 0 ? random.nextInt(1, 1_000) : 10 * sum + random.nextInt(sum > 0 ? 3 : 1);
            limit[j] = random.nextInt(3) == 0 ? random.nextInt(5) : 1_000;
        }
        for (int j = 3; kind == 2 && j < columns; j++) {
            resize(cost, amount, random.nextInt(3), j, random.nextInt(1, 6));
        }
        for (int i = 0; i < rows; i++) {
            long reach = 0;
            for (int j = 0; j < columns; j++) {
                reach += amount[j][i] * limit[j];
            }
            required[i] = Math.min(reach, random.nextInt(most));
        }
        return new Covering(cost, limit, amount, required);
    }

    /** Makes one column another size of the same machine, at nearly proportional cost. */
    private static void resize(long[] cost, long[][] amount, int machine, int column, int size) {
        cost[column] = size * cost[machine] + column % 2;
        for (int i = 0; i < amount[column].length; i++) {
            amount[column][i] = size * amount[machine][i];
        }
    }

    /** The least cost by what is still required of each row: dynamic programming over the columns, exact and slow. */
    private static long cheapest(Covering p) {
        int[] stride = new int[p.rows() + 1];
        stride[0] = 1;
        for (int i = 0; i < p.rows(); i++) {
            stride[i + 1] = stride[i] * (int) (p.required[i] + 1);
        }
        long[] least = new long[stride[p.rows()]];
        Arrays.fill(least, Long.MAX_VALUE / 2);
        least[least.length - 1] = 0;
        for (int j = 0; j < p.columns(); j++) {
            long[] next = least.clone();
            for (int state = 0; state < least.length; state++) {
                int then = state;
                for (int n = 1; n <= p.limit[j] && then > 0; n++) {
                    int before = then;
                    then = after(p, stride, then, j);
                    next[then] = Math.min(next[then], least[state] + n * p.cost[j]);
                    n = then == before ? p.limit[j] : n;
                }
            }
            least = next;
        }
        return least[0];
    }

    private static int after(Covering p, int[] stride, int state, int column) {
        int then = 0;
        for (int i = 0; i < p.rows(); i++) {
            int left = state / stride[i] % (int) (p.required[i] + 1);
            then += stride[i] * (int) Math.max(0, left - p.amount[column][i]);
        }
        return then;
    }

    private static void agreesWithDynamicProgramming(int cases, int columns, int rows, int most) {
        for (long seed = 0; seed < cases; seed++) {
            Covering p = problem(new SplittableRandom(seed), columns, rows, most);
            CoveringSolver.Solution solution = CoveringSolver.solve(p, ENDLESS);
            assertThat(solution.cost()).as("seed " + seed).isEqualTo(cheapest(p));
            assertThat(solution.cost()).isEqualTo(p.cost(solution.units()));
            assertThat(solution.bound()).isEqualTo(solution.cost());
            assertThat(p.covers(solution.units())).isTrue();
        }
    }

    @Test
    void oneRowAgreesWithDynamicProgramming() {
        agreesWithDynamicProgramming(150, 30, 1, 2_000);
    }

    @Test
    void twoRowsAgreeWithDynamicProgramming() {
        agreesWithDynamicProgramming(150, 12, 2, 200);
    }

    @Test
    void threeRowsAgreeWithDynamicProgramming() {
        agreesWithDynamicProgramming(90, 10, 3, 50);
    }

    private static double ojalgo(Covering p, boolean whole) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression[] rows = new Expression[p.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = model.newExpression("row " + i).lower(p.required[i]);
        }
        for (int j = 0; j < p.columns(); j++) {
            Variable units = model.newVariable("x" + j)
                    .lower(0)
                    .upper(p.limit[j])
                    .weight(p.cost[j])
                    .integer(whole);
            for (int i = 0; i < rows.length; i++) {
                rows[i].set(units, p.amount[j][i]);
            }
        }
        Optimisation.Result result = model.minimise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }

    /** ojAlgo 57.1.0 calls some solutions optimal that are not: seed 18 costs 5020 there, 4950 with HiGHS (scipy 1.17.1) and here. */
    @Test
    void ojAlgoFindsNothingCheaper() {
        int equal = 0;
        for (long seed = 0; seed < 30; seed++) {
            Covering p = problem(new SplittableRandom(seed), 10, 3, 250);
            CoveringSolver.Solution solution = CoveringSolver.solve(p, ENDLESS);
            double other = ojalgo(p, true);
            assertThat(p.covers(solution.units())).isTrue();
            assertThat((double) solution.cost()).as("seed " + seed).isLessThanOrEqualTo(other + 1e-6 * other);
            equal += Math.abs(solution.cost() - other) <= 1e-6 * other ? 1 : 0;
        }
        assertThat(equal).isGreaterThanOrEqualTo(27);
    }

    @Test
    void theRelaxationAgreesWithOjAlgo() {
        for (long seed = 0; seed < 200; seed++) {
            Covering p = problem(new SplittableRandom(seed), 30, 6, 2_000);
            Relaxation relaxation = new Relaxation(p.columns(), p.rows());
            relaxation.columns = p.columns();
            for (int i = 0; i < p.rows(); i++) {
                if (p.required[i] > 0) {
                    for (int j = 0; j < p.columns(); j++) {
                        relaxation.a[j][relaxation.rows] = (double) p.amount[j][i] / p.required[i];
                    }
                    relaxation.rows++;
                }
            }
            for (int j = 0; j < p.columns(); j++) {
                relaxation.c[j] = p.cost[j];
                relaxation.u[j] = p.limit[j];
            }
            double expected = ojalgo(p, false);
            assertThat(relaxation.solve()).as("seed " + seed).isCloseTo(expected, within(1e-7 * expected + 1e-7));
        }
    }

    @Test
    void aSearchCutShortStillCoversAndBounds() {
        int open = 0;
        for (long seed = 0; seed < 100; seed++) {
            Covering p = problem(new SplittableRandom(seed), 40, 6, 2_000);
            CoveringSolver.Solution rough = CoveringSolver.solve(p, 5);
            CoveringSolver.Solution better = CoveringSolver.solve(p, 500);
            assertThat(p.covers(rough.units())).isTrue();
            assertThat(rough.bound()).isLessThanOrEqualTo(better.cost());
            assertThat(better.bound()).isLessThanOrEqualTo(rough.cost());
            open += rough.bound() < rough.cost() ? 1 : 0;
        }
        assertThat(open).isGreaterThan(20);
    }

    @Test
    void sumsBeyondALongDoNotOverflow() {
        long large = Covering.LARGEST;
        Covering p = new Covering(
                new long[] {5, 1_000},
                new int[] {Integer.MAX_VALUE, 3},
                new long[][] {{1, large}, {large, 0}},
                new long[] {large, large});
        CoveringSolver.Solution solution = CoveringSolver.solve(p, ENDLESS);
        assertThat(solution.units()).containsExactly(1, 1);
        assertThat(p.covers(new int[] {Integer.MAX_VALUE, 0})).isFalse();
        assertThat(p.covers(new int[] {Integer.MAX_VALUE, 1})).isTrue();
    }
}
