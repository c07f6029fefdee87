/**
 * Capacity over time: how long an idle unit is worth keeping, which moves the next steps ask for, and how long a unit takes to come.
 *
 * <p>{@link io.headroom.allocation.plan.UnitCosts} says what a unit costs while it is there and what starting it costs.
 * {@link io.headroom.allocation.plan.BreakEvenHold} keeps an idle unit until keeping it has cost as much as starting it again, with or without
 * a view of the next steps; {@link io.headroom.allocation.plan.LcpPlan} does the same for any convex cost of a step.
 * {@link io.headroom.allocation.plan.LookAheadPlan} is the cheapest sequence of moves for a forecast, and
 * {@link io.headroom.allocation.plan.ExpectedHold} weighs several forecasts. {@link io.headroom.allocation.plan.LeadTimes} measures lead times
 * from what a provisioner does.
 *
 * <p>All of it is pure: time comes in as a step or an instant, state comes in and goes out as a value.
 */
@NullMarked
package io.headroom.allocation.plan;

import org.jspecify.annotations.NullMarked;
