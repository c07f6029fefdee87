/**
 * A model of each flow's own beside one that all flows share. Which share of a forecast the shared model has, is what it earns on the end
 * of the histories: {@link io.headroom.forecasting.internal.joined.Rehearsal}.
 */
@NullMarked
package io.headroom.forecasting.internal.joined;

import org.jspecify.annotations.NullMarked;
