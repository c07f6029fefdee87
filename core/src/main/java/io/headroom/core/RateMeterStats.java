package io.headroom.core;

/**
 * What a {@link RateMeter} has done so far. Immutable and thread-safe.
 *
 * @param counted records counted
 * @param duplicates records with an id that was counted before
 * @param late records that came after their step was closed
 * @param future records too far ahead of all others
 * @param overLimit records of flows beyond the limit
 * @param forgottenIds ids dropped before their step was closed, to stay within the limit of ids
 */
public record RateMeterStats(
        long counted, long duplicates, long late, long future, long overLimit, long forgottenIds) {}
