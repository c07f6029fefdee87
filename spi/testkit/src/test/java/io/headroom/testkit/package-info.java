/**
 * Tries the kits on doubles: a good one passes every clause, and each clause has a broken one that fails it and no
 * other.
 *
 * <p>{@link io.headroom.testkit.KitRun} runs a kit against a double, {@link io.headroom.testkit.BrokenDouble} is a row
 * of a table.
 */
@NullMarked
package io.headroom.testkit;

import org.jspecify.annotations.NullMarked;
