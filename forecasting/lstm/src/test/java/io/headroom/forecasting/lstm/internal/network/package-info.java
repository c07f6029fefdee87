/** Tests of the network. */
@NullMarked
package io.headroom.forecasting.lstm.internal.network;

import org.jspecify.annotations.NullMarked;
