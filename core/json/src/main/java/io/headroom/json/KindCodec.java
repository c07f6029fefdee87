package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.headroom.core.Checks;
import io.headroom.core.RateForecast;
import java.io.IOException;

/** A forecast of one kind, where no other will do. */
record KindCodec<F extends RateForecast>(Class<F> type) implements Codec<F> {
    @Override
    public void write(F value, JsonGenerator out) throws IOException {
        ForecastCodec.INSTANCE.write(value, out);
    }

    @Override
    public F read(JsonParser in, String what) throws IOException {
        RateForecast forecast = ForecastCodec.INSTANCE.read(in, what);
        if (!type.isInstance(forecast)) {
            String kind = ForecastCodec.Kind.of(forecast).text();
            String message = Checks.message(
                    what + " of kind '" + kind + "'",
                    "must be a " + type.getSimpleName(),
                    "a RateForecast should be read instead, which may be of any kind");
            throw InvalidFormatException.from(in, message, kind, type);
        }
        return type.cast(forecast);
    }
}
