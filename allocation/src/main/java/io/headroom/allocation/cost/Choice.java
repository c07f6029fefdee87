package io.headroom.allocation.cost;

import java.util.List;

/**
 * What was chosen for a location.
 *
 * @param mix the mix
 * @param shortfalls what it can't bring
 */
record Choice(LocationMix mix, List<Shortfall> shortfalls) {}
