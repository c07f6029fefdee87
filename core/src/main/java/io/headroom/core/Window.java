package io.headroom.core;

/**
 * A run of consecutive future steps: steps {@code after + 1} to {@code after + length} ahead, both included. With a lead time
 * of L steps, {@code Window.of(L, W)} is what capacity asked for now has to cover. Immutable and thread-safe.
 *
 * @param after steps ahead that are left out, 0 or more
 * @param length number of steps covered, 1 or more
 */
public record Window(int after, int length) {
    /**
     * Checks the bounds.
     *
     * @param after steps ahead that are left out
     * @param length number of steps covered
     * @throws IllegalArgumentException if {@code after} is negative or {@code length} below 1
     */
    public Window {
        Checks.inRange(after, 0, Integer.MAX_VALUE / 4, "window start");
        Checks.inRange(length, 1, Integer.MAX_VALUE / 4, "window length");
    }

    /**
     * A window.
     *
     * @param after steps ahead that are left out, 0 or more
     * @param length number of steps covered, 1 or more
     * @return the window
     * @throws IllegalArgumentException if {@code after} is negative or {@code length} below 1
     */
    public static Window of(int after, int length) {
        return new Window(after, length);
    }

    /**
     * The first step covered.
     *
     * @return steps ahead, 1 or more
     */
    public int first() {
        return after + 1;
    }

    /**
     * The last step covered.
     *
     * @return steps ahead, {@code first()} or more
     */
    public int last() {
        return after + length;
    }

    /** Refuses a window that ends after a horizon. */
    Window within(int horizon) {
        if (last() > horizon) {
            throw new IndexOutOfBoundsException("window ends at step " + last() + ", the horizon is " + horizon);
        }
        return this;
    }
}
