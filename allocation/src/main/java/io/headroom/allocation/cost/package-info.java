/**
 * What to buy: the cheapest mix of offers that brings what every location needs.
 *
 * <p>A host lists {@link io.headroom.allocation.cost.Offer}s (a node group, its price over time, how it is billed, its minimum term and
 * quota), the {@link io.headroom.allocation.cost.HeldUnits} that are there, a {@link io.headroom.allocation.cost.CapacityNeed} for each
 * location, and perhaps a spending cap, in a {@link io.headroom.allocation.cost.CostRequest}. The {@link
 * io.headroom.allocation.cost.CostOptimiser} answers with a {@link io.headroom.allocation.cost.CostPlan}: units by offer and location,
 * their cost, a {@link io.headroom.allocation.cost.Shortfall} where offers don't reach, a {@link io.headroom.allocation.cost.Cut} where the
 * cap does not, and the targets to ask a provisioner for.
 *
 * <p><b>The method.</b> The choice is an integer programme that falls apart by location: minimise c x such that A x &gt;= b, x &lt;= u, x
 * whole, where a column is an offer, or a batch of units that is there, and a row a resource. Such a covering problem of at most six rows
 * is solved by a branch and bound of its own ({@code CoveringSolver}): in each box amounts can be cut to what is left to cover ({@code
 * BoxModel}), the relaxation needs a basis of six columns at most ({@code Relaxation}), offers that others can stand for drop out ({@code
 * Presolve}, {@code Rules}), and whole numbers ({@code Quanta}) make costs, ties and bounds exact. A general solver serves less well:
 * ojAlgo 57.1.0, which the tests compare with, calls a solution optimal that is not (seed 18 of {@code CoveringSolverTest}).
 *
 * <p><b>What it leaves out.</b> A mix is one for the whole need: it is not planned to change within it, at a price change or when a term
 * ends; ask again then. Units that boot are not priced apart, and neither is a change from one offer to another.
 */
@NullMarked
package io.headroom.allocation.cost;

import org.jspecify.annotations.NullMarked;
