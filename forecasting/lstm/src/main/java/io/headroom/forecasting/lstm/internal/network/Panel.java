package io.headroom.forecasting.lstm.internal.network;

import java.util.Arrays;

/**
 * A matrix whose rows are arrays of their own. The just-in-time compiler of JDK 17 turns the inner loops into vector instructions only
 * where each array in them begins at its element 0: several rows of one flat array cost three to four times as much. Terms are added in
 * groups of four, in rising order, so that a row's sums do not depend on the rows around it. Not thread-safe while it is written.
 */
final class Panel {
    private final int columns;
    private final float[][] rows;

    Panel(int rows, int columns) {
        this.columns = columns;
        this.rows = new float[rows][columns];
    }

    /** Takes all rows from a flat array. */
    Panel copy(float[] from, int at) {
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(from, at + k * columns, rows[k], 0, columns);
        }
        return this;
    }

    /** Takes the transpose of a matrix in a flat array, which has as many rows as this has columns. */
    void copyTransposed(float[] from, int at) {
        int width = rows.length;
        for (int c = 0; c < columns; c++) {
            for (int k = 0; k < width; k++) {
                rows[k][c] = from[at + c * width + k];
            }
        }
    }

    void clear() {
        for (float[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    /** Gives all rows to a flat array. */
    void write(float[] to, int at) {
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(rows[k], 0, to, at + k * columns, columns);
        }
    }

    /**
     * C += A P for some rows, P being this.
     *
     * @param n rows of A and C
     * @param a values of A, as many in a row as this has rows
     * @param ao first element of A
     * @param c values of C, as many in a row as this has columns
     * @param co first element of C
     * @param sum work space, a row of this long; not needed for a single row at 0
     */
    void addProduct(int n, float[] a, int ao, float[] c, int co, float[] sum) {
        if (n == 1 && co == 0) {
            addRow(a, ao, c);
            return;
        }
        for (int r = 0; r < n; r++) {
            System.arraycopy(c, co + r * columns, sum, 0, columns);
            addRow(a, ao + r * rows.length, sum);
            System.arraycopy(sum, 0, c, co + r * columns, columns);
        }
    }

    private void addRow(float[] a, int ao, float[] c) {
        int k = 0;
        for (; k + 4 <= rows.length; k += 4) {
            int at = ao + k;
            add(columns, a[at], a[at + 1], a[at + 2], a[at + 3], rows[k], rows[k + 1], rows[k + 2], rows[k + 3], c);
        }
        for (; k < rows.length; k++) {
            add(columns, a[ao + k], rows[k], c);
        }
    }

    /**
     * P += A' B, P being this, with A transposed: what a layer's weights learn from its inputs A and the slopes B of its outputs.
     *
     * @param n rows of A and B
     * @param a values of A, as many in a row as this has rows
     * @param b values of B, as many in a row as this has columns
     * @param four work space, four rows as long as those of this or longer
     */
    void addTransposedProduct(int n, float[] a, float[] b, float[][] four) {
        int width = rows.length;
        int r = 0;
        for (; r + 4 <= n; r += 4) {
            for (int q = 0; q < 4; q++) {
                System.arraycopy(b, (r + q) * columns, four[q], 0, columns);
            }
            for (int k = 0; k < width; k++) {
                int at = r * width + k;
                float x0 = a[at];
                float x1 = a[at + width];
                float x2 = a[at + 2 * width];
                float x3 = a[at + 3 * width];
                add(columns, x0, x1, x2, x3, four[0], four[1], four[2], four[3], rows[k]);
            }
        }
        for (; r < n; r++) {
            System.arraycopy(b, r * columns, four[0], 0, columns);
            for (int k = 0; k < width; k++) {
                add(columns, a[r * width + k], four[0], rows[k]);
            }
        }
    }

    private static void add(
            int n, float x0, float x1, float x2, float x3, float[] b0, float[] b1, float[] b2, float[] b3, float[] c) {
        for (int j = 0; j < n; j++) {
            c[j] += x0 * b0[j] + x1 * b1[j] + x2 * b2[j] + x3 * b3[j];
        }
    }

    private static void add(int n, float x, float[] b, float[] c) {
        for (int j = 0; j < n; j++) {
            c[j] += x * b[j];
        }
    }
}
