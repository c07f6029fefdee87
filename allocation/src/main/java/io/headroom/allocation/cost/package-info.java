/**
 * What to buy: the cheapest mix of offers that brings what every location needs.
 *
 * <p>A host lists {@link io.headroom.allocation.cost.Offer}s (a node group, its price over time, how it is billed, its minimum term and quota), the
 * {@link io.headroom.allocation.cost.HeldUnits} that are there, a {@link io.headroom.allocation.cost.CapacityNeed} for each location, and
 * perhaps a spending cap, in a {@link io.headroom.allocation.cost.CostRequest}. The {@link io.headroom.allocation.cost.CostOptimiser} answers with a
 * {@link io.headroom.allocation.cost.CostPlan}: units by offer and location, their cost, a {@link io.headroom.allocation.cost.Shortfall} where
 * offers don't reach, a {@link io.headroom.allocation.cost.Cut} where the cap does not, and the targets to ask a provisioner for.
 *
 * <p><b>The method.</b> The choice is an integer programme that falls apart by location: minimise c x such that A x &gt;= b, x &lt;= u, x whole, where a
 * column is an offer (or a batch of units that is there) and a row a resource. Such a covering problem with few rows is best solved by branch and
 * bound of its own ({@code CoveringSolver}): the relaxation of a box needs a basis of six columns at most ({@code Relaxation}), amounts can be cut to what
 * is left in each box, offers that others dominate drop out ({@code Presolve}), and whole numbers ({@code Quanta}) make ties and bounds exact. A
 * general solver is not used: on the instances of the benchmarks (20 locations with 50 offers each) ojAlgo 57.1, which the tests compare with, takes
 * some hundred times as long for the same answers.
 */
@NullMarked
package io.headroom.allocation.cost;

import org.jspecify.annotations.NullMarked;
