/** Small numerical tools that several engines share, on plain arrays. */
@NullMarked
package io.headroom.forecasting.internal.numeric;

import org.jspecify.annotations.NullMarked;
