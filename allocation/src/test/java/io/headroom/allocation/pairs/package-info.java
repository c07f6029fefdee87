/** Tests of the plans over time. */
@NullMarked
package io.headroom.allocation.pairs;

import org.jspecify.annotations.NullMarked;
