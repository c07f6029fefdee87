/** Tests of the simulated world, and of the allocator in it. */
@NullMarked
package io.headroom.simulation;

import org.jspecify.annotations.NullMarked;
