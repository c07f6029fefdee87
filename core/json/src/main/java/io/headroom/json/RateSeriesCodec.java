package io.headroom.json;

import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import java.io.IOException;
import java.util.List;

/** A rate series; a missing step is null. */
final class RateSeriesCodec extends ObjectCodec<RateSeries> {
    private static final Field<TimeGrid> GRID = new Field<>("grid", TimeGridCodec.INSTANCE);
    private static final Field<Long> FIRST_INDEX = new Field<>("firstIndex", WholeCodec.LONG);
    private static final Field<double[]> RATES = new Field<>("rates", DoublesCodec.WITH_GAPS);

    static final Codec<RateSeries> INSTANCE = new RateSeriesCodec();

    private RateSeriesCodec() {
        super(RateSeries.class, List.of(GRID, FIRST_INDEX, RATES));
    }

    @Override
    void put(RateSeries series, FieldWriter out) throws IOException {
        out.put(GRID, series.grid());
        out.put(FIRST_INDEX, series.firstIndex());
        out.put(RATES, series.toArray());
    }

    @Override
    RateSeries make(FieldReader in) throws IOException {
        return RateSeries.of(in.get(GRID), in.get(FIRST_INDEX), in.get(RATES));
    }
}
