/** Tests of frontiers and their comparison. */
@NullMarked
package io.headroom.simulation.strategy.frontier;

import org.jspecify.annotations.NullMarked;
