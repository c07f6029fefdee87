/**
 * Seasonal ARIMA models on plain arrays: fit, choose orders, track, look ahead. No other package of the library is needed.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.arima.ArimaFitter} takes a series, perhaps with regressors, and gives an
 *       {@link io.headroom.forecasting.internal.arima.ArimaFit}: a model, or the reason why there is none.
 *       {@code Differencing} decides on differences by a decomposition ({@code internal.stl}) and a KPSS test, {@code OrderSearch} on orders.
 *   <li>The likelihood is exact. {@code InnovationFilter} whitens a series in time proportional to its length times the
 *       longest lag and in memory of their sum, {@code Likelihood} solves the regression that is left, and
 *       {@code Descent} takes Gauss-Newton steps over numbers that {@code Partial} turns into stationary and invertible
 *       coefficients. {@code Pool} keeps all candidates of one series, so that they give each other starts.
 *   <li>{@link io.headroom.forecasting.internal.arima.ArimaModel} is immutable. {@code Backcast} finds what stood before
 *       the series, from where {@link io.headroom.forecasting.internal.arima.ArimaState} follows it value by value.
 * </ul>
 *
 * <p>Signs of coefficients and criteria are those of R's {@code arima}; its approximate likelihood is not used. Missing
 * values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.arima;

import org.jspecify.annotations.NullMarked;
