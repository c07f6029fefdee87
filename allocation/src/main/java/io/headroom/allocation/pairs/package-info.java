/**
 * Both ends of a region pair and the link between them, as one plan.
 *
 * <p>An {@link io.headroom.allocation.pairs.UpdatePlanner} leads bandwidth reservations from what is there to what is wanted, in few steps in
 * which no link is ever overloaded, whatever the order of the changes, and in which growth comes before what it replaces is given up. A
 * {@link io.headroom.allocation.pairs.PairShares} says which share of its rate each pair can use when an end or a link carries less than is
 * asked of it, so that nothing is kept at one end that the other can't use. Both share out what is short by {@link io.headroom.allocation.pairs.MaxMinFill}.
 *
 * <p>All of it is pure: no clock, no input or output, no randomness.
 */
@NullMarked
package io.headroom.allocation.pairs;

import org.jspecify.annotations.NullMarked;
