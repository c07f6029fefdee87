package io.headroom.testkit;

import static io.headroom.testkit.TrackerDouble.row;

import io.headroom.core.Dependence;
import io.headroom.core.RateForecast;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.util.List;

/** Predictors whose trackers are wrong. */
final class TrackFaults {
    private TrackFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("P10", "a long gap breaks the forecast", TrackFaults::impatient),
                row("P11", "a missing step does not count", TrackFaults::standing),
                row("P12", "infinity is ignored", t -> new TrackerDouble(t) {
                    @Override
                    public void observe(double rate) {
                        if (rate < Double.POSITIVE_INFINITY || Double.isNaN(rate)) {
                            super.observe(rate);
                        }
                    }
                }),
                row("P12", "a negative rate is refused after the step was counted", t -> new TrackerDouble(t) {
                    @Override
                    public void observe(double rate) {
                        super.observe(rate < 0 ? 0 : rate);
                        if (rate < 0) {
                            throw new IllegalArgumentException("rate " + rate + " must be 0 or more");
                        }
                    }
                }),
                PredictorDouble.row("P14", "a tracker is handed out twice", PredictorDouble.model(Handout::new)),
                row("P15", "a zero observed after a gap is filtered otherwise", t -> new TrackerDouble(t) {
                    private boolean gap;
                    private boolean zero;

                    @Override
                    public void observe(double rate) {
                        gap |= Double.isNaN(rate);
                        zero |= gap && rate == 0;
                        super.observe(rate);
                    }

                    @Override
                    public RateForecast forecast(int horizon, Dependence dependence) {
                        RateForecast f = super.forecast(horizon, dependence);
                        return zero ? f.times(1.000001) : f;
                    }
                }),
                PredictorDouble.row("P29", "any key is tracked", PredictorDouble.model(m -> new ModelDouble(m) {
                    @Override
                    public Tracker track(SeriesKey key) {
                        return super.track(
                                keys().contains(key) ? key : keys().iterator().next());
                    }
                })));
    }

    private static Tracker impatient(Tracker tracker) {
        return new TrackerDouble(tracker) {
            private int missing;

            @Override
            public void observe(double rate) {
                missing = Double.isNaN(rate) ? missing + 1 : 0;
                super.observe(rate);
            }

            @Override
            public RateForecast forecast(int horizon, Dependence dependence) {
                if (missing > 100) {
                    throw new IllegalStateException("the variance is infinite");
                }
                return super.forecast(horizon, dependence);
            }
        };
    }

    private static Tracker standing(Tracker tracker) {
        return new TrackerDouble(tracker) {
            private boolean missing;

            @Override
            public void observe(double rate) {
                missing = Double.isNaN(rate);
                super.observe(rate);
            }

            @Override
            public long nextIndex() {
                return super.nextIndex() - (missing ? 1 : 0);
            }
        };
    }

    /** Hands out the tracker of the call before if nobody has used it since. */
    private static final class Handout extends ModelDouble {
        private Fresh last = new Fresh(super.track(keys().iterator().next()), true);

        Handout(FittedModel inner) {
            super(inner);
        }

        @Override
        public Tracker track(SeriesKey key) {
            if (Company.onThreadOfKit()) {
                // Several of them call at a time: through the field, one would be handed the tracker of another.
                return new Fresh(super.track(key), false);
            }
            if (last.used || !keys().contains(key)) {
                last = new Fresh(super.track(key), false);
            }
            return last;
        }
    }

    /** Knows whether it was used. */
    private static final class Fresh extends TrackerDouble {
        private boolean used;

        Fresh(Tracker inner, boolean used) {
            super(inner);
            this.used = used;
        }

        @Override
        public void observe(double rate) {
            used = true;
            super.observe(rate);
        }

        @Override
        public RateForecast forecast(int horizon, Dependence dependence) {
            used = true;
            return super.forecast(horizon, dependence);
        }

        @Override
        public byte[] snapshot() {
            used = true;
            return super.snapshot();
        }
    }
}
