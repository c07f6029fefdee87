/** Tests of the package of the same name. */
@NullMarked
package io.headroom.benchmarks.data;

import org.jspecify.annotations.NullMarked;
