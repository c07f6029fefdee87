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
import java.util.Map;
import java.util.TreeMap;

/**
 * The good double: the last value, with the spread of a random walk relative to it. Written from the javadoc of the SPI
 * alone.
 */
final class LastValuePredictor implements Predictor {
    private final Scope scope;

    LastValuePredictor(Scope scope) {
        this.scope = scope;
    }

    @Override
    public String name() {
        return "last-value";
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public FittedModel fit(FitRequest request) {
        TimeGrid grid = request.single().grid();
        Map<SeriesKey, LastValueModel.End> ends = new TreeMap<>();
        int observed = 0;
        double squares = 0;
        for (Map.Entry<SeriesKey, RateSeries> e : request.series().entrySet()) {
            EventFactors factors = new EventFactors(request.events(), e.getKey().flow(), grid);
            RateSeries series = e.getValue();
            double last = Double.NaN;
            for (int i = 0; i < series.length(); i++) {
                double rate = factors.learned(series.firstIndex() + i, series.rate(i));
                if (!Double.isNaN(rate)) {
                    double change = observed == 0 || Double.isNaN(last) ? 0 : (rate - last) / Math.max(rate, last);
                    squares += Double.isNaN(change) ? 0 : change * change;
                    last = rate;
                    observed++;
                }
            }
            ends.put(e.getKey(), new LastValueModel.End(series.endIndex(), last));
        }
        double spread = observed < 2 ? 1 : Math.sqrt(squares / (observed - 1));
        Rung rung = observed == 0 ? Rung.PRIOR : observed == 1 ? Rung.LAST_VALUE : Rung.FULL;
        return new LastValueModel(grid, ends, spread, rung, request.events());
    }

    @Override
    public FittedModel restore(byte[] snapshot) {
        DataInputStream in = Sealed.open(snapshot, LastValueModel.KIND);
        try {
            return LastValueModel.read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("the snapshot of a model is cut off", e);
        }
    }
}
