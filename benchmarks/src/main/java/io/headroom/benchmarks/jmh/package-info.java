/**
 * Speed benchmarks, run by the command {@code jmh}: metering, fitting, forecasting, tracking, adding forecasts up, deciding, and
 * whole cycles of an allocator. Their data come from {@link io.headroom.benchmarks.jmh.Samples}, made from seeds, so that
 * two machines measure the same work.
 */
@NullMarked
package io.headroom.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
