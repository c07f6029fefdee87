package io.headroom.core;

/**
 * What is forecast: the transactions of one type from one region to another. Immutable and thread-safe.
 *
 * @param pair the ordered pair of regions
 * @param type the transaction type
 */
public record Flow(RegionPair pair, TransactionType type) implements Comparable<Flow> {
    /**
     * A flow by names.
     *
     * @param source name of the source region
     * @param destination name of the destination region
     * @param type name of the transaction type
     * @return the flow
     * @throws IllegalArgumentException if a name is not one or both regions are equal
     */
    public static Flow of(String source, String destination, String type) {
        return new Flow(RegionPair.of(source, destination), TransactionType.of(type));
    }

    /**
     * Reads a flow from its key.
     *
     * @param key "SRC&gt;DST/type"
     * @return the flow
     * @throws IllegalArgumentException if the key has another form
     */
    public static Flow parse(String key) {
        int cut = key.indexOf('/');
        if (cut <= 0) {
            throw Checks.failure("flow '" + key + "'", "must read SRC>DST/type", "the type is missing");
        }
        return new Flow(RegionPair.parse(key.substring(0, cut)), TransactionType.of(key.substring(cut + 1)));
    }

    /**
     * The name that keys, reports and messages use.
     *
     * @return "SRC&gt;DST/type"
     */
    public String key() {
        return pair.key() + "/" + type.name();
    }

    @Override
    public int compareTo(Flow other) {
        int byPair = pair.compareTo(other.pair);
        return byPair != 0 ? byPair : type.compareTo(other.type);
    }

    @Override
    public String toString() {
        return key();
    }
}
