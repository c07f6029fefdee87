/** Tests of the cost choice: examples, brute force, a second solver, absurd inputs, speed. */
@NullMarked
package io.headroom.allocation.cost;

import org.jspecify.annotations.NullMarked;
