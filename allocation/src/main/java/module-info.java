/** The allocator: from predictions to required resources, deltas, decisions and outcomes. */
module io.headroom.allocation {
    requires transitive io.headroom.spi;
    requires io.headroom.json;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.headroom.allocation;
    exports io.headroom.allocation.cost;
    exports io.headroom.allocation.pairs;
    exports io.headroom.allocation.plan;
    exports io.headroom.allocation.rules;
}
