/**
 * An allocator's world in one process, under a virtual clock.
 *
 * <p>A {@link io.headroom.simulation.SimulatedFleet} is both a {@link io.headroom.spi.TelemetrySource} and a
 * {@link io.headroom.spi.Provisioner}: it plays a {@link io.headroom.simulation.Workload}, boots what is asked for after a lead time, keeps
 * to quotas, and fails as a seeded {@link io.headroom.simulation.Faults} says. A {@link io.headroom.simulation.Simulation} steps it and an
 * allocator through time, and a {@link io.headroom.simulation.SimulationResult} says what came of it: violations, cost, moves. A host's own
 * policy and adapters can be tested this way in well under a second.
 *
 * <p>{@code strategy} holds the strategies that Headroom is compared with, {@code report} the HTML report.
 */
@NullMarked
package io.headroom.simulation;

import org.jspecify.annotations.NullMarked;
