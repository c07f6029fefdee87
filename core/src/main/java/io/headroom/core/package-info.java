/**
 * The values that cross module borders, in the order of the river.
 *
 * <p>A {@link io.headroom.core.TransactionRecord} is one transaction between two {@link io.headroom.core.Region}s. A
 * {@link io.headroom.core.RateMeter} counts records into one {@link io.headroom.core.RateSeries} per
 * {@link io.headroom.core.Flow} (an ordered {@link io.headroom.core.RegionPair} and a
 * {@link io.headroom.core.TransactionType}) on a {@link io.headroom.core.TimeGrid}. A predictor turns a series into a
 * {@link io.headroom.core.RateForecast}, a joint distribution over the next steps; {@link io.headroom.core.PredictionData}
 * is what it says of one pair at the lead time. {@link io.headroom.core.Resources} measure what a
 * {@link io.headroom.core.Location} (a region, or the link of a pair) needs and what its
 * {@link io.headroom.core.ResourcePool} holds; the difference is a {@link io.headroom.core.ResourceDelta}.
 *
 * <p>All values are immutable and thread-safe, arrays are copied in and out, and every constructor refuses what has no
 * meaning with a message that names the value, the bound and a likely cause. The only mutable class is the meter.
 */
@NullMarked
package io.headroom.core;

import org.jspecify.annotations.NullMarked;
