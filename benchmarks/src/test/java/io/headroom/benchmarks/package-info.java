/** Runs each command end to end on small files made by hand. */
@NullMarked
package io.headroom.benchmarks;

import org.jspecify.annotations.NullMarked;
