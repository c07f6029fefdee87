package io.headroom.core;

/**
 * The type of a transaction, such as an API call or a replication write. Immutable and thread-safe.
 *
 * @param name its name, 1 to 200 characters without '&gt;', '/', '#' and control characters
 */
public record TransactionType(String name) implements Comparable<TransactionType> {
    /**
     * Checks the name.
     *
     * @param name its name
     * @throws IllegalArgumentException if the name is not one
     */
    public TransactionType {
        Checks.name(name, "transaction type");
    }

    /**
     * A type by name.
     *
     * @param name its name
     * @return the type
     * @throws IllegalArgumentException if the name is not one
     */
    public static TransactionType of(String name) {
        return new TransactionType(name);
    }

    @Override
    public int compareTo(TransactionType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
