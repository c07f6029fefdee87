package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.headroom.core.Checks;
import java.io.IOException;

/** A finite number as a JSON number, bit for bit. */
final class DoubleCodec implements Codec<Double> {
    /** Any finite number. */
    static final DoubleCodec FINITE = new DoubleCodec(true);

    /** A finite number of 0 or more. */
    static final DoubleCodec NOT_NEGATIVE = new DoubleCodec(false);

    private final boolean signed;

    private DoubleCodec(boolean signed) {
        this.signed = signed;
    }

    @Override
    public void write(Double value, JsonGenerator out) throws IOException {
        writeDouble(value, out);
    }

    @Override
    public Double read(JsonParser in, String what) throws IOException {
        return readDouble(in, what);
    }

    void writeDouble(double value, JsonGenerator out) throws IOException {
        if (!Double.isFinite(value)) {
            throw JsonMappingException.from(
                    out,
                    Checks.message(
                            "number " + value, "must be finite to be written", "a multiple of a forecast overflowed"));
        }
        out.writeNumber(value);
    }

    double readDouble(JsonParser in, String what) throws IOException {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw Refusal.wrongType(in, double.class, what, "a number");
        }
        double value = in.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw Refusal.badValue(
                    in, double.class, what, "must be finite", "a division by zero went before, or the unit is wrong");
        }
        if (value < 0 && !signed) {
            throw Refusal.badValue(
                    in,
                    double.class,
                    what,
                    "must be a finite number of 0 or more",
                    "a counter was reset or two readings were subtracted in the wrong order");
        }
        return value;
    }
}
