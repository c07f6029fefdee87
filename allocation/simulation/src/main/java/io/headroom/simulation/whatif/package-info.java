/**
 * What would have been: recorded telemetry replayed against other policies, side by side.
 *
 * <p>{@link io.headroom.simulation.whatif.WhatIf} takes the recorded rates of flows, or the recorded demand of one location, and
 * policies under names; the first is the one to compare with. Each policy gets an {@link io.headroom.allocation.Allocator} of its
 * own over a {@link io.headroom.simulation.SimulatedFleet} of its own, and predictions of its own from a
 * {@link io.headroom.simulation.whatif.PredictionFactory} that has seen what was recorded before. A
 * {@link io.headroom.simulation.whatif.WhatIfResult} prints violations, cost and moves as a table, or becomes sections of an HTML
 * report.
 */
@NullMarked
package io.headroom.simulation.whatif;

import org.jspecify.annotations.NullMarked;
