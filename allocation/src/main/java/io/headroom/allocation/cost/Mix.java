package io.headroom.allocation.cost;

/**
 * Units by column.
 *
 * @param units how many
 * @param gap how much less the cheapest may cost at most, 0 if these are the cheapest
 */
record Mix(int[] units, double gap) {}
