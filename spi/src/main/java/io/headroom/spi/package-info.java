/**
 * The interfaces at Headroom's borders.
 *
 * <p><b>A host</b> implements {@link io.headroom.spi.TelemetrySource} (rates) or {@link io.headroom.spi.RecordSource} (records, turned
 * into rates by {@link io.headroom.spi.MeteredTelemetry}), {@link io.headroom.spi.Provisioner} (capacity), and, where the defaults do not
 * serve, {@link io.headroom.spi.DemandModel}, {@link io.headroom.spi.CostModel}, {@link io.headroom.spi.EventCalendar} and
 * {@link io.headroom.spi.StateStore}.
 *
 * <p><b>A predictor author</b> implements {@link io.headroom.spi.Predictor}, {@link io.headroom.spi.FittedModel},
 * {@link io.headroom.spi.Tracker} and, to be found by name, {@link io.headroom.spi.PredictorProvider}.
 *
 * <p>The loop asks a {@link io.headroom.spi.PredictionService}, in process or remote, never a model. Calls that leave the process are
 * blocking and take a {@link io.headroom.spi.Deadline}. The contract of each interface stands in its javadoc; the module
 * {@code headroom-testkit} has a test kit for each that a host's implementation can be run against.
 */
@NullMarked
package io.headroom.spi;

import org.jspecify.annotations.NullMarked;
