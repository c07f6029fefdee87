/**
 * Forecasts that add up: flows and their sums over regions, pairs and types, forecast apart, are brought to agree.
 *
 * <p>A {@link io.headroom.forecasting.coherence.FlowHierarchy} is made from the flows; it knows the {@link
 * io.headroom.forecasting.coherence.FlowGroup groups} they add up to at each {@link
 * io.headroom.forecasting.coherence.GroupLevel level}. A {@link io.headroom.forecasting.coherence.Reconciler} takes
 * what was forecast for flows and groups and finds the closest set of flow means, none negative, of which all group
 * means are sums. It works on means alone ({@link io.headroom.forecasting.coherence.BaseMeans}), or on whole forecasts,
 * whose distributions then follow their means ({@link io.headroom.forecasting.coherence.CoherentForecasts}).
 *
 * <p>No summing matrix is formed: the weighted least squares problem is solved in its dual, one unknown a group, by
 * conjugate gradients whose products are sums over index arrays, inside a finite Newton method for the sign.
 */
@NullMarked
package io.headroom.forecasting.coherence;

import org.jspecify.annotations.NullMarked;
