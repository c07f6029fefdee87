package io.headroom.forecasting.lstm.internal.network;

/**
 * Products of matrices that lie row by row in flat arrays, added to what is there. Inner loops run along contiguous rows without a
 * reduction, which the just-in-time compiler turns into vector instructions; terms are added in groups of four, in rising order, so that
 * a row's sums do not depend on the rows around it. Stateless and thread-safe.
 */
public final class Matrices {
    private Matrices() {}

    /**
     * C += A B for the first {@code rows} rows.
     *
     * @param rows rows of A and C
     * @param inner columns of A, rows of B
     * @param columns columns of B and C
     * @param a values of A from {@code ao} on, rows {@code inner} apart
     * @param ao first element of A
     * @param b values of B from {@code bo} on, rows {@code columns} apart
     * @param bo first element of B
     * @param c values of C from {@code co} on, rows {@code columns} apart
     * @param co first element of C
     */
    public static void addProduct(
            int rows, int inner, int columns, float[] a, int ao, float[] b, int bo, float[] c, int co) {
        for (int r = 0; r < rows; r++) {
            int ar = ao + r * inner;
            int cr = co + r * columns;
            int k = 0;
            for (; k + 4 <= inner; k += 4) {
                addRows(
                        columns,
                        a[ar + k],
                        a[ar + k + 1],
                        a[ar + k + 2],
                        a[ar + k + 3],
                        b,
                        bo + k * columns,
                        columns,
                        c,
                        cr);
            }
            for (; k < inner; k++) {
                addRow(columns, a[ar + k], b, bo + k * columns, c, cr);
            }
        }
    }

    /**
     * C += A' B, with A transposed: what a layer's weights learn from its inputs A and the slopes B of its outputs.
     *
     * @param rows rows of A and B
     * @param inner columns of A, rows of C
     * @param columns columns of B and C
     * @param a values of A from {@code ao} on
     * @param ao first element of A
     * @param b values of B from {@code bo} on
     * @param bo first element of B
     * @param c values of C from {@code co} on
     * @param co first element of C
     */
    public static void addTransposedProduct(
            int rows, int inner, int columns, float[] a, int ao, float[] b, int bo, float[] c, int co) {
        for (int k = 0; k < inner; k++) {
            int cr = co + k * columns;
            int r = 0;
            for (; r + 4 <= rows; r += 4) {
                int ar = ao + r * inner + k;
                addRows(
                        columns,
                        a[ar],
                        a[ar + inner],
                        a[ar + 2 * inner],
                        a[ar + 3 * inner],
                        b,
                        bo + r * columns,
                        columns,
                        c,
                        cr);
            }
            for (; r < rows; r++) {
                addRow(columns, a[ao + r * inner + k], b, bo + r * columns, c, cr);
            }
        }
    }

    private static void addRows(
            int n, float x0, float x1, float x2, float x3, float[] b, int b0, int stride, float[] c, int co) {
        int b1 = b0 + stride;
        int b2 = b1 + stride;
        int b3 = b2 + stride;
        for (int j = 0; j < n; j++) {
            c[co + j] += x0 * b[b0 + j] + x1 * b[b1 + j] + x2 * b[b2 + j] + x3 * b[b3 + j];
        }
    }

    private static void addRow(int n, float x, float[] b, int bo, float[] c, int co) {
        for (int j = 0; j < n; j++) {
            c[co + j] += x * b[bo + j];
        }
    }

    /**
     * Adds all rows up: what a layer's offsets learn.
     *
     * @param rows rows of B
     * @param columns columns of B
     * @param b values of B
     * @param bo first element of B
     * @param c takes the sums
     * @param co first element of the sums
     */
    public static void addColumnSums(int rows, int columns, float[] b, int bo, float[] c, int co) {
        for (int r = 0; r < rows; r++) {
            addRow(columns, 1, b, bo + r * columns, c, co);
        }
    }

    /**
     * Writes the transpose of a matrix.
     *
     * @param rows its rows
     * @param columns its columns
     * @param a its values
     * @param ao its first element
     * @param out takes the transpose from 0 on
     */
    public static void transpose(int rows, int columns, float[] a, int ao, float[] out) {
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                out[c * rows + r] = a[ao + r * columns + c];
            }
        }
    }

    /**
     * Fills rows with copies of one row.
     *
     * @param rows rows to fill
     * @param columns length of the row
     * @param row the row's array
     * @param ro its first element
     * @param out takes the copies
     * @param oo first element to fill
     */
    public static void repeat(int rows, int columns, float[] row, int ro, float[] out, int oo) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(row, ro, out, oo + r * columns, columns);
        }
    }
}
