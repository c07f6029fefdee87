/** Simulated time, fleet and faults, the strategies to compare with, and the report. */
module io.headroom.simulation {
    requires transitive io.headroom.allocation;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports io.headroom.simulation;
    exports io.headroom.simulation.report;
    exports io.headroom.simulation.strategy;
    exports io.headroom.simulation.strategy.frontier;
    exports io.headroom.simulation.whatif;
}
