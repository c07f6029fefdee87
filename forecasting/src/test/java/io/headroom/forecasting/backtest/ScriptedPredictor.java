package io.headroom.forecasting.backtest;

import io.headroom.core.Dependence;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A predictor whose forecasts a test writes, and which remembers what it was given. Thread-safe. */
final class ScriptedPredictor implements Predictor {
    private final String name;
    private final Script script;
    final List<FitRequest> requests = Collections.synchronizedList(new ArrayList<>());
    final List<Double> observed = Collections.synchronizedList(new ArrayList<>());

    /** What is forecast from a history. */
    interface Script {
        RateForecast forecast(SeriesKey key, RateSeries history, int horizon);
    }

    ScriptedPredictor(String name, Script script) {
        this.name = name;
        this.script = script;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FittedModel fit(FitRequest request) {
        requests.add(request);
        return new Model(request.singleKey(), request.single());
    }

    @Override
    public FittedModel restore(byte[] snapshot) {
        throw new UnsupportedOperationException();
    }

    private final class Model implements FittedModel {
        private final SeriesKey key;
        private final RateSeries history;

        Model(SeriesKey key, RateSeries history) {
            this.key = key;
            this.history = history;
        }

        @Override
        public String description() {
            return name + " on " + history.length();
        }

        @Override
        public Rung rung() {
            return Rung.RESTRICTED;
        }

        @Override
        public String rungReason() {
            return "it is scripted";
        }

        @Override
        public Set<SeriesKey> keys() {
            return Set.of(key);
        }

        @Override
        public Tracker track(SeriesKey of) {
            return new Follower(of, history);
        }

        @Override
        public Tracker track(SeriesKey of, RateSeries other) {
            return new Follower(of, other);
        }

        @Override
        public Tracker restore(byte[] snapshot) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] snapshot() {
            return new byte[0];
        }
    }

    private final class Follower implements Tracker {
        private final SeriesKey key;
        private RateSeries seen;

        Follower(SeriesKey key, RateSeries seen) {
            this.key = key;
            this.seen = seen;
        }

        @Override
        public TimeGrid grid() {
            return seen.grid();
        }

        @Override
        public long nextIndex() {
            return seen.endIndex();
        }

        @Override
        public void observe(double rate) {
            observed.add(rate);
            double[] longer = Arrays.copyOf(seen.toArray(), seen.length() + 1);
            longer[seen.length()] = rate;
            seen = RateSeries.of(seen.grid(), seen.firstIndex(), longer);
        }

        @Override
        public RateForecast forecast(int horizon, Dependence dependence) {
            return script.forecast(key, seen, horizon);
        }

        @Override
        public double nextMean() {
            return 0;
        }

        @Override
        public double nextDeviation() {
            return 0;
        }

        @Override
        public Rung rung() {
            return Rung.RESTRICTED;
        }

        @Override
        public byte[] snapshot() {
            return new byte[0];
        }
    }
}
