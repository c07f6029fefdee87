/**
 * The strategies that {@code allocate} can play, by name: the baselines of {@code io.headroom.simulation.strategy}, and
 * {@link io.headroom.benchmarks.allocation.HeadroomStrategy}, which runs the real allocator over a simulated fleet. All of
 * them go through the same {@link io.headroom.simulation.strategy.FleetReplay}.
 */
@NullMarked
package io.headroom.benchmarks.allocation;

import org.jspecify.annotations.NullMarked;
