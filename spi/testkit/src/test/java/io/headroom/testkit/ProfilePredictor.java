package io.headroom.testkit;

import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small global model: the shape of a season that all series share, and for each a level that follows its rates. Written from the
 * javadoc of the SPI alone, to see that nothing else is needed.
 */
final class ProfilePredictor implements Predictor {
    static final String NAME = "pooled-profile";

    /** Steps between two looks at the clock. */
    private static final int BLOCK = 512;

    private final int period;

    ProfilePredictor(int period) {
        this.period = period;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public FittedModel fit(FitRequest request) {
        TimeGrid grid = request.single().grid();
        Pool pool = new Pool(period);
        boolean complete = true;
        for (Map.Entry<SeriesKey, RateSeries> e : request.series().entrySet()) {
            EventFactors factors = new EventFactors(request.events(), e.getKey().flow(), grid);
            complete = complete && pool.add(e.getValue(), factors, request);
        }
        ProfileModel.Shape shape = new ProfileModel.Shape(
                pool.profile(), pool.spread(), pool.rung(complete), pool.reason(complete, request));
        Map<SeriesKey, ProfileModel.State> states = new TreeMap<>();
        request.series()
                .forEach((key, history) ->
                        states.put(key, ProfileModel.start(shape, grid, request.events(), key, history)));
        return new ProfileModel(grid, shape, states, request.events());
    }

    @Override
    public FittedModel restore(byte[] snapshot) {
        DataInputStream in = Sealed.open(snapshot, ProfileModel.KIND);
        try {
            return ProfileModel.read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("the snapshot of a model is cut off", e);
        }
    }

    /** What all series have in common. */
    private static final class Pool {
        private final double[] sums;
        private final double[] counts;
        private double squares;
        private long observed;

        Pool(int period) {
            sums = new double[period];
            counts = new double[period];
        }

        /** Adds a series on its own scale; false if time was up before. */
        boolean add(RateSeries series, EventFactors factors, FitRequest request) {
            double[] rates = series.toArray();
            double sum = 0;
            int n = 0;
            for (int i = 0; i < rates.length; i++) {
                if (i % BLOCK == 0 && isUp(request)) {
                    return false;
                }
                rates[i] = factors.learned(series.firstIndex() + i, rates[i]);
                sum += Double.isNaN(rates[i]) ? 0 : rates[i];
                n += Double.isNaN(rates[i]) ? 0 : 1;
            }
            observed += n;
            double level = sum / n;
            for (int i = 0; i < rates.length && level > 0; i++) {
                if (!Double.isNaN(rates[i])) {
                    double ratio = rates[i] / level;
                    int phase = phase(series.firstIndex() + i, sums.length);
                    sums[phase] += ratio;
                    counts[phase]++;
                    squares += (ratio - 1) * (ratio - 1);
                }
            }
            return !isUp(request);
        }

        private static boolean isUp(FitRequest request) {
            return request.deadline().expired() || Thread.currentThread().isInterrupted();
        }

        /** One season of factors, drawn towards 1 where little was seen. */
        double[] profile() {
            double[] profile = new double[sums.length];
            Arrays.setAll(profile, i -> (sums[i] + 1) / (counts[i] + 1));
            return profile;
        }

        double spread() {
            return observed < 2 ? 1 : Math.sqrt(squares / observed);
        }

        Rung rung(boolean complete) {
            if (observed == 0) {
                return complete ? Rung.PRIOR : Rung.LAST_VALUE;
            }
            return !complete || observed < 2L * sums.length ? Rung.RESTRICTED : Rung.FULL;
        }

        String reason(boolean complete, FitRequest request) {
            if (!complete) {
                return "time was up before all " + request.series().size() + " series were seen";
            }
            return rung(true) == Rung.FULL ? "" : "there are no two seasons of rates";
        }
    }

    static int phase(long step, int period) {
        return (int) Math.floorMod(step, (long) period);
    }
}
