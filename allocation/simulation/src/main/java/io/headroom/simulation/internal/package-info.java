/** What the packages of this module share and no host may use: not exported. */
@NullMarked
package io.headroom.simulation.internal;

import org.jspecify.annotations.NullMarked;
