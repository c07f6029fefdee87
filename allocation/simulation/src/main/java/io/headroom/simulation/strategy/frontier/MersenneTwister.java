package io.headroom.simulation.strategy.frontier;

/**
 * The generator MT19937 as Python's {@code random.Random} seeds and reads it, so that a bootstrap here draws what the public
 * scorer draws. Not thread-safe.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), with the seeding by an array of 2002.
 */
final class MersenneTwister {
    private static final int N = 624;
    private static final int M = 397;
    private static final int MATRIX = 0x9908b0df;
    private static final int UPPER = 0x80000000;
    private static final int LOWER = 0x7fffffff;

    private final int[] state = new int[N];
    private int next = N;

    /** The generator that {@code random.Random(seed)} is. */
    MersenneTwister(long seed) {
        long size = Math.abs(seed);
        int[] key = size >>> 32 == 0 ? new int[] {(int) size} : new int[] {(int) size, (int) (size >>> 32)};
        fill(19_650_218);
        int i = 1;
        for (int k = 0; k < N; k++) {
            int j = k % key.length;
            state[i] = (state[i] ^ mixed(i - 1) * 1_664_525) + key[j] + j;
            i = advanced(i);
        }
        for (int k = 0; k < N - 1; k++) {
            state[i] = (state[i] ^ mixed(i - 1) * 1_566_083_941) - i;
            i = advanced(i);
        }
        state[0] = UPPER;
    }

    private void fill(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1_812_433_253 * mixed(i - 1) + i;
        }
    }

    private int mixed(int i) {
        return state[i] ^ (state[i] >>> 30);
    }

    private int advanced(int i) {
        if (i + 1 < N) {
            return i + 1;
        }
        state[0] = state[N - 1];
        return 1;
    }

    /** A number in [0, 1) of 53 random bits, as {@code random()} gives. */
    double nextDouble() {
        int high = nextInt() >>> 5;
        int low = nextInt() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }

    private int nextInt() {
        if (next == N) {
            twist();
            next = 0;
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < N; i++) {
            int y = (state[i] & UPPER) | (state[(i + 1) % N] & LOWER);
            state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : MATRIX);
        }
    }
}
