/**
 * The bench program: {@link io.headroom.benchmarks.HeadroomBench} starts one of its commands.
 *
 * <ul>
 *   <li>{@code forecast} fits each series of a file and forecasts the steps after its end;
 *   <li>{@code track} fits the first part of each series and forecasts again and again while it observes the rest;
 *   <li>{@code allocate} plays each series against a strategy of {@link io.headroom.benchmarks.allocation};
 *   <li>{@code frontier} does so at every value of the safety parameter and every lead, and compares the strategies;
 *   <li>{@code jmh} runs the speed benchmarks of {@link io.headroom.benchmarks.jmh}.
 * </ul>
 *
 * <p>Results are files for other tools to score. The exit status is 0 if all went well, 1 if some run failed, 2 if the
 * arguments or the input are wrong, with one line that says how. Progress goes to standard error, and the last line of
 * standard output is a summary of {@code key=value} pairs.
 */
@NullMarked
package io.headroom.benchmarks;

import org.jspecify.annotations.NullMarked;
