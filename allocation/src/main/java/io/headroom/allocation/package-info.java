/**
 * From predictions to capacity.
 *
 * <p>A {@link io.headroom.allocation.ResourceDeltaCalculator} turns {@link io.headroom.core.PredictionData} into what each location requires,
 * and into the delta to what its pool holds. An {@link io.headroom.allocation.AllocationPolicy} says how far and how fast pools may move, with the small values of
 * {@link io.headroom.allocation.rules}. A
 * {@link io.headroom.allocation.DecisionEngine} takes the two and decides: a pure function, whose every change of a number leaves a
 * {@link io.headroom.allocation.Reason}; {@link io.headroom.allocation.DecisionInvariants} says what holds of every decision. An
 * {@link io.headroom.allocation.Allocator} is the shell around it that observes, decides, applies and remembers, once with {@code runOnce()}
 * or at an interval with {@code start()}.
 */
@NullMarked
package io.headroom.allocation;

import org.jspecify.annotations.NullMarked;
