package io.headroom.json;

import io.headroom.core.TimeGrid;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A time grid. */
final class TimeGridCodec extends ObjectCodec<TimeGrid> {
    private static final Field<Instant> ORIGIN = new Field<>("origin", Names.INSTANT);
    private static final Field<Duration> STEP = new Field<>("step", Names.DURATION);

    static final Codec<TimeGrid> INSTANCE = new TimeGridCodec();

    private TimeGridCodec() {
        super(TimeGrid.class, List.of(ORIGIN, STEP));
    }

    @Override
    void put(TimeGrid grid, FieldWriter out) throws IOException {
        out.put(ORIGIN, grid.origin());
        out.put(STEP, grid.step());
    }

    @Override
    TimeGrid make(FieldReader in) throws IOException {
        return new TimeGrid(in.get(ORIGIN), in.get(STEP));
    }
}
