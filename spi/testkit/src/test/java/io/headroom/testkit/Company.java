package io.headroom.testkit;

import java.util.function.BooleanSupplier;

/** Makes races happen: waits until another thread has come as far. */
final class Company {
    private static final long NANOS = 1_000_000_000L;

    private Company() {}

    /** Whether this thread was started by a kit to run beside others. */
    static boolean onThreadOfKit() {
        return Thread.currentThread().getName().startsWith("contract-parallel-");
    }

    /** Waits for the condition, at most for a while. */
    static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return condition.getAsBoolean();
    }
}
