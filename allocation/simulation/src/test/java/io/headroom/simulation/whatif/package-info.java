/** Tests of what-if runs. */
@NullMarked
package io.headroom.simulation.whatif;

import org.jspecify.annotations.NullMarked;
