package io.headroom.json;

import io.headroom.core.Flow;
import io.headroom.core.Measure;
import io.headroom.core.SeriesKey;
import java.io.IOException;
import java.util.List;

/** A series key, with flow and measure apart. */
final class SeriesKeyCodec extends ObjectCodec<SeriesKey> {
    private static final Field<Flow> FLOW = new Field<>("flow", Names.FLOW_KEY);
    private static final Field<Measure> MEASURE = new Field<>("measure", Names.MEASURE);

    static final Codec<SeriesKey> INSTANCE = new SeriesKeyCodec();

    private SeriesKeyCodec() {
        super(SeriesKey.class, List.of(FLOW, MEASURE));
    }

    @Override
    void put(SeriesKey key, FieldWriter out) throws IOException {
        out.put(FLOW, key.flow());
        out.put(MEASURE, key.measure());
    }

    @Override
    SeriesKey make(FieldReader in) throws IOException {
        return new SeriesKey(in.get(FLOW), in.get(MEASURE));
    }
}
