/** Tests of reconciling. */
@NullMarked
package io.headroom.forecasting.coherence;

import org.jspecify.annotations.NullMarked;
