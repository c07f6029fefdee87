/** Tests of the predictor "lstm-djl". */
@NullMarked
package io.headroom.forecasting.lstm.djl;

import org.jspecify.annotations.NullMarked;
