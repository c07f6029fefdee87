package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A whole number as a JSON number without fraction and exponent. */
final class WholeCodec implements Codec<Long> {
    /** Any long. */
    static final Codec<Long> LONG = new WholeCodec(Long.MIN_VALUE, Long.MAX_VALUE);

    /** A long of 0 or more. */
    static final Codec<Long> AMOUNT = new WholeCodec(0, Long.MAX_VALUE);

    /** An int of 0 or more. */
    static final Codec<Integer> COUNT = new Count();

    private final long low;
    private final long high;

    private WholeCodec(long low, long high) {
        this.low = low;
        this.high = high;
    }

    @Override
    public void write(Long value, JsonGenerator out) throws IOException {
        out.writeNumber(value);
    }

    @Override
    public Long read(JsonParser in, String what) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw Refusal.wrongType(in, long.class, what, "a whole number");
        }
        boolean isLong = in.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        long value = isLong ? in.getLongValue() : 0;
        if (!isLong || value < low || value > high) {
            throw Refusal.badValue(
                    in,
                    long.class,
                    what,
                    "must lie in [" + low + ", " + high + "]",
                    "a counter overflowed, or the number was given in another unit");
        }
        return value;
    }

    private static final class Count implements Codec<Integer> {
        private static final WholeCodec RANGE = new WholeCodec(0, Integer.MAX_VALUE);

        @Override
        public void write(Integer value, JsonGenerator out) throws IOException {
            out.writeNumber(value);
        }

        @Override
        public Integer read(JsonParser in, String what) throws IOException {
            return Math.toIntExact(RANGE.read(in, what));
        }
    }
}
