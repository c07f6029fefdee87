package io.headroom.spi;

import io.headroom.core.Checks;

/**
 * Bytes with the revision they were saved at. Immutable and thread-safe.
 */
public final class Revision {
    private final long number;
    private final byte[] bytes;

    /**
     * A revision.
     *
     * @param number its number, 1 or more
     * @param bytes the content; copied
     * @throws IllegalArgumentException if the number is below 1
     */
    public Revision(long number, byte[] bytes) {
        if (number < 1) {
            throw Checks.failure("revision " + number, "must be 1 or more", "nothing was saved yet");
        }
        this.number = number;
        this.bytes = bytes.clone();
    }

    /**
     * Its number.
     *
     * @return 1 or more, rising with each save
     */
    public long number() {
        return number;
    }

    /**
     * Its content.
     *
     * @return a new array
     */
    public byte[] bytes() {
        return bytes.clone();
    }
}
