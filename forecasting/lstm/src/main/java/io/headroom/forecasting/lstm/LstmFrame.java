package io.headroom.forecasting.lstm;

import io.headroom.core.TimeGrid;
import io.headroom.forecasting.lstm.internal.input.Encoder;
import io.headroom.forecasting.lstm.internal.input.Gauge;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import io.headroom.forecasting.lstm.internal.network.Shape;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * How series are read: grid, wall clock, seasons, the furthest step ahead that is trained for,
 * and the length of the longest history. Immutable and thread-safe.
 */
record LstmFrame(TimeGrid grid, ZoneId zone, List<Integer> periods, int horizon, long span) {
    LstmFrame {
        periods = List.copyOf(periods);
    }

    int period() {
        return periods.isEmpty() ? 1 : periods.get(0);
    }

    /** Whether no history holds three weeks, or three of the longest season. */
    boolean isBrief() {
        long longest = periods.isEmpty() ? 1 : periods.get(periods.size() - 1);
        long week = Duration.ofDays(7).toMillis() / grid.step().toMillis();
        return span < Encoder.CYCLES * Math.max(longest, week);
    }

    Gauge gauge() {
        int longest = periods.isEmpty() ? 1 : periods.get(periods.size() - 1);
        return new Gauge(period(), longest, Encoder.reach(periods));
    }

    Encoder encoder() {
        return new Encoder(grid, zone, periods, horizon, span);
    }

    Shape shape(LstmSettings settings, int names) {
        return new Shape(
                names,
                settings.embedding(),
                Encoder.INPUTS,
                settings.hidden(),
                Encoder.TARGET_INPUTS,
                settings.decoder(),
                Encoder.ANCHORS,
                QuantileHead.size());
    }

    Network untrained(Shape shape, long seed) {
        return Network.untrained(shape, encoder().startingWeights(), seed);
    }
}
