/**
 * Splits a series into trend, seasons and remainder with local regression, on plain arrays. No other package of the
 * library is needed.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.stl.Stl} splits off one season as {@code stl} of R does: {@code Loess}
 *       smooths, {@code CycleSmoother} smooths each step of the season by itself and takes out what is no season,
 *       {@link io.headroom.forecasting.internal.stl.StlOptions} holds the windows.
 *   <li>{@link io.headroom.forecasting.internal.stl.Mstl} splits off several seasons, one after the other, as
 *       {@code mstl} of R does, and fills missing values.
 * </ul>
 *
 * <p>Sources: Cleveland, Cleveland, McRae and Terpenning, "STL: A Seasonal-Trend Decomposition Procedure Based on
 * Loess" (1990) with its Fortran program; Bandara, Hyndman and Bergmeir, "MSTL" (2021).
 */
@NullMarked
package io.headroom.forecasting.internal.stl;

import org.jspecify.annotations.NullMarked;
