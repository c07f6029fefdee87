package io.headroom.forecasting.internal.additive;

/**
 * Sums of squares and products of a design with n rows, u columns and d hinges. Products with hinges follow from sums
 * over the rows behind each changepoint: with w the weight and s the changepoint,
 *
 * <p>sum w (t - s)+ x = sum w t x - s sum w x over the rows behind s, and alike for two hinges.
 *
 * <p>Cost O(n u (u / 2 + 2)) instead of O(n (u + d)^2 / 2).
 */
final class NormalEquations {
    final int columns;
    final int hinges;

    /** Columns by columns, row-major, symmetric. */
    final double[] uu;

    /** Columns by hinges, row-major. */
    final double[] ud;

    /** Hinges by hinges, row-major, symmetric. */
    final double[] dd;

    /** Products with the target: columns, then hinges. */
    final double[] target;

    /** Sum of squares of the target. */
    double squares;

    NormalEquations(Design design, double[] y) {
        this.columns = design.columns;
        this.hinges = design.bends.length;
        this.uu = new double[columns * columns];
        this.ud = new double[columns * hinges];
        this.dd = new double[hinges * hinges];
        this.target = new double[columns + hinges];
        sumColumns(design, y);
        sumHinges(design, y);
    }

    /**
     * Seasons of whole steps repeat after a cycle: their products among themselves are summed once for each phase that
     * occurs, times how often it does.
     */
    private void sumColumns(Design design, double[] y) {
        double[] x = design.x;
        boolean folds = design.cycle > 0;
        int from = folds ? Design.TREND : 0;
        int to = folds ? design.seasonsEnd : columns;
        for (int i = 0; i < design.rows; i++) {
            int row = i * columns;
            for (int a = 0; a < columns; a++) {
                boolean outside = a < from || a >= to;
                if (outside || !folds) {
                    add(a, x[row + a], x, row, outside ? 0 : a);
                }
                target[a] += x[row + a] * y[i];
            }
            squares += y[i] * y[i];
        }
        for (int phase = 0; phase < design.cycle; phase++) {
            int row = design.example[phase] * columns;
            for (int a = from; a < to && design.counts[phase] > 0; a++) {
                add(a, x[row + a] * design.counts[phase], x, row, a);
            }
        }
        mirror(from, to);
    }

    private void add(int a, double factor, double[] x, int row, int start) {
        int into = a * columns;
        for (int b = start; b < columns; b++) {
            uu[into + b] += factor * x[row + b];
        }
    }

    /** Rows outside are full; between them the upper triangle is, where both its columns are inside. */
    private void mirror(int from, int to) {
        for (int a = from; a < to; a++) {
            for (int b = 0; b < columns; b++) {
                boolean outside = b < from || b >= to;
                if (outside || b < a) {
                    uu[a * columns + b] = uu[b * columns + a];
                }
            }
        }
    }

    /** From the last row to the first; what was summed up when a changepoint is met is all that lies behind it. */
    private void sumHinges(Design design, double[] y) {
        double[] plain = new double[columns];
        double[] timed = new double[columns];
        double[] moments = new double[3];
        double plainY = 0;
        double timedY = 0;
        int j = hinges - 1;
        for (int i = design.rows - 1; i >= 0 && j >= 0; i--) {
            double w = design.weight[i];
            double wt = w * design.t[i];
            int row = i * columns;
            for (int c = 0; c < columns; c++) {
                plain[c] += w * design.x[row + c];
                timed[c] += wt * design.x[row + c];
            }
            plainY += w * y[i];
            timedY += wt * y[i];
            moments[0] += w * w;
            moments[1] += w * wt;
            moments[2] += wt * wt;
            while (j >= 0 && design.bends[j] == i) {
                double s = design.t[i];
                for (int c = 0; c < columns; c++) {
                    ud[c * hinges + j] = timed[c] - s * plain[c];
                }
                target[columns + j] = timedY - s * plainY;
                pairs(design, j, moments);
                j--;
            }
        }
    }

    private void pairs(Design design, int j, double[] moments) {
        double s = design.t[design.bends[j]];
        for (int k = 0; k <= j; k++) {
            double r = design.t[design.bends[k]];
            double sum = moments[2] - (s + r) * moments[1] + s * r * moments[0];
            dd[j * hinges + k] = sum;
            dd[k * hinges + j] = sum;
        }
    }

    /** Sum of squared errors; loses all digits where the fit is perfect. */
    double errors(double[] theta) {
        double sum = squares;
        for (int a = 0; a < columns; a++) {
            double gradient = -2 * target[a];
            for (int b = 0; b < columns; b++) {
                gradient += uu[a * columns + b] * theta[b];
            }
            for (int j = 0; j < hinges; j++) {
                gradient += 2 * ud[a * hinges + j] * theta[columns + j];
            }
            sum += theta[a] * gradient;
        }
        for (int j = 0; j < hinges; j++) {
            double gradient = -2 * target[columns + j];
            for (int k = 0; k < hinges; k++) {
                gradient += dd[j * hinges + k] * theta[columns + k];
            }
            sum += theta[columns + j] * gradient;
        }
        return sum;
    }
}
