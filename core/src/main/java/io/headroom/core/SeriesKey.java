package io.headroom.core;

/**
 * Names one rate series: a flow, and whether its transactions or its bytes are counted. Immutable and thread-safe.
 *
 * @param flow the flow
 * @param measure what is counted
 */
public record SeriesKey(Flow flow, Measure measure) implements Comparable<SeriesKey> {
    /**
     * The transactions of a flow.
     *
     * @param flow the flow
     * @return the key of its transaction rate
     */
    public static SeriesKey transactions(Flow flow) {
        return new SeriesKey(flow, Measure.TRANSACTIONS);
    }

    /**
     * The bytes of a flow.
     *
     * @param flow the flow
     * @return the key of its byte rate
     */
    public static SeriesKey bytes(Flow flow) {
        return new SeriesKey(flow, Measure.BYTES);
    }

    /**
     * The name that keys and messages use.
     *
     * @return the flow's key, followed by "#bytes" for bytes
     */
    public String key() {
        return measure == Measure.BYTES ? flow.key() + "#bytes" : flow.key();
    }

    @Override
    public int compareTo(SeriesKey other) {
        int byFlow = flow.compareTo(other.flow);
        return byFlow != 0 ? byFlow : measure.compareTo(other.measure);
    }

    @Override
    public String toString() {
        return key();
    }
}
