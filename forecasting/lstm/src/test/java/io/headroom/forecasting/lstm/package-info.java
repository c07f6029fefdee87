/** Tests of the predictor "lstm". */
@NullMarked
package io.headroom.forecasting.lstm;

import org.jspecify.annotations.NullMarked;
