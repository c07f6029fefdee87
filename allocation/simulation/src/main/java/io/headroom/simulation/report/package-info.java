/**
 * One self-contained HTML page that shows what a run did: forecasts against what came, capacity against demand, the
 * strategies side by side, and every decision with its reasons.
 *
 * <p>A {@link io.headroom.simulation.report.Report} is a title, some facts and a list of
 * {@link io.headroom.simulation.report.ReportSection}s, all plain immutable values that this package validates and that
 * know nothing of the engine. {@link io.headroom.simulation.report.HtmlReport} turns them into a file that opens
 * offline: style, scripts, the charting library and the data are all inside, and the page's own content security policy
 * forbids it to load anything else. The same report always gives the same bytes.
 *
 * <p>Time charts share a {@link io.headroom.simulation.report.TimeAxis} of instants and
 * {@link io.headroom.simulation.report.Samples} of values, in which NaN means missing. Times are shown in the report's
 * zone, whatever the reader's own.
 */
@NullMarked
package io.headroom.simulation.report;

import org.jspecify.annotations.NullMarked;
