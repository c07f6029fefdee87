/** Tests of direct forecasts. */
@NullMarked
package io.headroom.forecasting.internal.direct;

import org.jspecify.annotations.NullMarked;
