/** What a host or a predictor author implements, and what it receives. */
module io.headroom.spi {
    requires transitive io.headroom.core;
    requires static org.jspecify;

    exports io.headroom.spi;
}
