/**
 * The files of the bench program: {@link io.headroom.benchmarks.data.SeriesFile} reads series in each of the input
 * layouts, {@link io.headroom.benchmarks.data.UnitsFile} the sizes of units, and
 * {@link io.headroom.benchmarks.data.CsvOutput} writes results. All are CSV in UTF-8, gzipped or plain. What breaks a rule
 * of a layout is reported with its line as {@link io.headroom.benchmarks.data.BadInputException}.
 */
@NullMarked
package io.headroom.benchmarks.data;

import org.jspecify.annotations.NullMarked;
