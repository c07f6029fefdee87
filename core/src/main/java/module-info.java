/** The values of Headroom: regions, flows, rates, forecasts and resources. No runtime dependency. */
module io.headroom.core {
    requires static org.jspecify;

    exports io.headroom.core;
}
