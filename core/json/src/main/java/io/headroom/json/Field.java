package io.headroom.json;

/** A field of an object: its name and how its value is written and read. */
record Field<V>(String name, Codec<V> codec) {}
