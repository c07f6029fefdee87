/** Tests of what the network reads. */
@NullMarked
package io.headroom.forecasting.lstm.internal.input;

import org.jspecify.annotations.NullMarked;
