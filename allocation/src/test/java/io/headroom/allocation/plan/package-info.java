/** Tests of the plans over time. */
@NullMarked
package io.headroom.allocation.plan;

import org.jspecify.annotations.NullMarked;
