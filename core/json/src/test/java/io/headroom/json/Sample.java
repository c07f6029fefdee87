package io.headroom.json;

/** A value of the core, the type it is read as, and the name of its stored document. */
record Sample<T>(String name, Class<T> type, T value) {
    @Override
    public String toString() {
        return name;
    }
}
