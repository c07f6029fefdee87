package io.headroom.json;

import io.headroom.core.ConfidenceInterval;
import java.io.IOException;
import java.util.List;

/** A confidence interval. */
final class ConfidenceIntervalCodec extends ObjectCodec<ConfidenceInterval> {
    private static final Field<Double> LEVEL = new Field<>("level", DoubleCodec.NOT_NEGATIVE);
    private static final Field<Double> LOWER = new Field<>("lower", DoubleCodec.NOT_NEGATIVE);
    private static final Field<Double> UPPER = new Field<>("upper", DoubleCodec.NOT_NEGATIVE);

    static final Codec<ConfidenceInterval> INSTANCE = new ConfidenceIntervalCodec();

    private ConfidenceIntervalCodec() {
        super(ConfidenceInterval.class, List.of(LEVEL, LOWER, UPPER));
    }

    @Override
    void put(ConfidenceInterval interval, FieldWriter out) throws IOException {
        out.put(LEVEL, interval.level());
        out.put(LOWER, interval.lower());
        out.put(UPPER, interval.upper());
    }

    @Override
    ConfidenceInterval make(FieldReader in) throws IOException {
        return new ConfidenceInterval(in.get(LEVEL), in.get(LOWER), in.get(UPPER));
    }
}
