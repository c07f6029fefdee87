package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.Arrays;

/** Numbers as a JSON array of numbers. */
final class DoublesCodec implements Codec<double[]> {
    /** Finite numbers. */
    static final Codec<double[]> FINITE = new DoublesCodec(DoubleCodec.FINITE, false);

    /** Finite numbers of 0 or more. */
    static final Codec<double[]> NOT_NEGATIVE = new DoublesCodec(DoubleCodec.NOT_NEGATIVE, false);

    /** Finite numbers of 0 or more, and NaN for what is missing, written as null. */
    static final Codec<double[]> WITH_GAPS = new DoublesCodec(DoubleCodec.NOT_NEGATIVE, true);

    private static final int FIRST_CAPACITY = 32;

    private final DoubleCodec element;
    private final boolean gaps;

    private DoublesCodec(DoubleCodec element, boolean gaps) {
        this.element = element;
        this.gaps = gaps;
    }

    @Override
    public void write(double[] values, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < values.length; i++) {
            if (gaps && Double.isNaN(values[i])) {
                out.writeNull();
            } else {
                writeElement(values[i], i, out);
            }
        }
        out.writeEndArray();
    }

    private void writeElement(double value, int i, JsonGenerator out) throws IOException {
        try {
            element.writeDouble(value, out);
        } catch (JsonMappingException e) {
            e.prependPath(double.class, i);
            throw e;
        }
    }

    @Override
    public double[] read(JsonParser in, String what) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw Refusal.wrongType(in, double[].class, what, "an array of numbers");
        }
        double[] values = new double[FIRST_CAPACITY];
        int n = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (n == values.length) {
                values = Arrays.copyOf(values, 2 * n);
            }
            values[n] = gaps && in.currentToken() == JsonToken.VALUE_NULL ? Double.NaN : readElement(in, what, n);
            n++;
        }
        return Arrays.copyOf(values, n);
    }

    private double readElement(JsonParser in, String what, int i) throws IOException {
        try {
            return element.readDouble(in, what);
        } catch (JsonMappingException e) {
            e.prependPath(double.class, i);
            throw e;
        }
    }
}
