package io.headroom.forecasting.lstm.internal.network;

/** Sums and copies of rows that lie one after the other in flat arrays. Stateless and thread-safe. */
final class Matrices {
    private Matrices() {}

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
