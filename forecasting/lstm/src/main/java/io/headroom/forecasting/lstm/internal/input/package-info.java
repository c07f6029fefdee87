/**
 * What the network is told of a series: values on the series' own scale, and the calendar.
 *
 * <p>A short tour: {@link io.headroom.forecasting.lstm.internal.input.Gauge} keeps level, swing and surprise of a series as it goes by;
 * {@link io.headroom.forecasting.lstm.internal.input.Ratio} is the scale that values are compared on; {@code SeriesView} is what an
 * encoder sees of a series, be it a training history or a tracker's ring; {@link io.headroom.forecasting.lstm.internal.input.Encoder}
 * writes the rows that the network reads, with the help of {@link io.headroom.forecasting.lstm.internal.input.WallClock}.
 */
@NullMarked
package io.headroom.forecasting.lstm.internal.input;

import org.jspecify.annotations.NullMarked;
