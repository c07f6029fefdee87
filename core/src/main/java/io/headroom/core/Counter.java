package io.headroom.core;

/** Counter-based random numbers: pure functions of a key and a counter, so that order and thread count do not matter. */
final class Counter {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Counter() {}

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a bijection whose output bits look independent. */
    static long mix(long x) {
        long z = x + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A 64-bit hash of a name. */
    static long hash(String name) {
        long h = name.length();
        for (int i = 0; i < name.length(); i++) {
            h = mix(h ^ name.charAt(i));
        }
        return h;
    }

    /** A uniform number in (0, 1), never 0 or 1, with 52 random bits. */
    static double uniform(long key, long counter) {
        return ((mix(key + counter * GOLDEN) >>> 12) + 0.5) * 0x1.0p-52;
    }
}
