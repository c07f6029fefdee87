/**
 * Anomalies and drift: which observations are out of line, whether one is a spike or the first of a new level, and when a
 * model has drifted away from what it forecasts.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.anomaly.AnomalyDetector} judges one series value by value: an {@link
 *       io.headroom.forecasting.anomaly.AnomalyVerdict} and a score. There are two.
 *   <li>{@link io.headroom.forecasting.anomaly.NoveltyDetector} needs no model: it asks how new a value is to the last few
 *       thousand. Any finite numbers, any spacing in time.
 *   <li>{@link io.headroom.forecasting.anomaly.GuardedTracker} holds each rate against the distribution that a model
 *       forecast for it, and keeps what is out of line from the model until a new level is confirmed.
 *   <li>{@link io.headroom.forecasting.anomaly.DriftDetector} adds up standardised errors and says when a model should be
 *       fitted again.
 * </ul>
 *
 * <p>All of them use the past only, take constant time and memory for a value, and allocate nothing for an ordinary one.
 */
@NullMarked
package io.headroom.forecasting.anomaly;

import org.jspecify.annotations.NullMarked;
