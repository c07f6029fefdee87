package io.headroom.benchmarks.data;

import io.headroom.core.RateSeries;

/**
 * A series of an input file. Immutable and thread-safe.
 *
 * @param name its name in the file
 * @param rates its values in the order of the rows, NaN where missing; read as rates per second on a grid of one-minute
 *     steps from 1970 on, whatever their time stamps say
 */
public record NamedSeries(String name, RateSeries rates) {}
