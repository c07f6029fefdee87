/** Tests of the package of the same name. */
@NullMarked
package io.headroom.benchmarks.allocation;

import org.jspecify.annotations.NullMarked;
