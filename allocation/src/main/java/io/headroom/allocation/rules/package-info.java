/**
 * What policies are made of, one small value a concept.
 *
 * <p>{@link io.headroom.allocation.rules.PoolRules} gathers what may be said of one resource of one location: a
 * {@link io.headroom.allocation.rules.Pace} each way, budgets ({@link io.headroom.allocation.rules.RemovalBudget},
 * {@link io.headroom.allocation.rules.ReversalBudget}), what an operator holds still ({@link io.headroom.allocation.rules.Pause}), and what
 * happens in an outage ({@link io.headroom.allocation.rules.OutagePolicy}), at a maximum
 * ({@link io.headroom.allocation.rules.CapBreach}) and during events ({@link io.headroom.allocation.rules.EventRule}); how long storage is kept
 * ({@link io.headroom.allocation.rules.Retention}), what waits ready ({@link io.headroom.allocation.rules.ReadyStock}), and what an unexpected
 * spike does ({@link io.headroom.allocation.rules.SpikeRule}, with a {@link io.headroom.allocation.rules.Watch} between cycles). A
 * {@link io.headroom.allocation.rules.Recurrence} says when a schedule holds, and a {@link io.headroom.allocation.rules.Priority} who is
 * served first.
 */
@NullMarked
package io.headroom.allocation.rules;

import org.jspecify.annotations.NullMarked;
