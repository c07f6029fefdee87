/**
 * How new a value is to what was seen before, on plain arrays of bounded size. No other package of the library is needed.
 *
 * <p>A short tour: {@link io.headroom.forecasting.internal.novelty.Novelty} is the whole of it. It looks at a stream in
 * three ways, each of which gives a distance: of a value to the nearest one seen ({@code SeenValues}), of the last three
 * values to the nearest three in a row ({@code SeenPatterns}), and of the smoothed level to the nearest one ({@code
 * SeenValues} again). {@code TailSurprise} turns each distance into how rare it is among the distances of the same stream.
 */
@NullMarked
package io.headroom.forecasting.internal.novelty;

import org.jspecify.annotations.NullMarked;
