package io.headroom.json;

import io.headroom.core.ConfidenceInterval;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RegionPair;
import io.headroom.core.Rung;
import io.headroom.core.TransactionType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A prediction; the byte forecasts are absent where no record carries a volume. */
final class PredictionDataCodec extends ObjectCodec<PredictionData> {
    private static final Codec<Map<TransactionType, RateForecast>> FORECASTS =
            new MapCodec<>(Names.TRANSACTION_TYPE, ForecastCodec.INSTANCE);

    private static final Field<RegionPair> PAIR = new Field<>("pair", Names.REGION_PAIR);
    private static final Field<Instant> AT = new Field<>("at", Names.INSTANT);
    private static final Field<Double> TRANSACTION_RATE = new Field<>("transactionRate", DoubleCodec.NOT_NEGATIVE);
    private static final Field<ConfidenceInterval> CONFIDENCE =
            new Field<>("confidence", ConfidenceIntervalCodec.INSTANCE);
    private static final Field<Map<TransactionType, RateForecast>> TRANSACTIONS =
            new Field<>("transactions", FORECASTS);
    private static final Field<Map<TransactionType, RateForecast>> BYTES = new Field<>("bytes", FORECASTS);
    private static final Field<Rung> RUNG = new Field<>("rung", Names.RUNG);

    static final Codec<PredictionData> INSTANCE = new PredictionDataCodec();

    private PredictionDataCodec() {
        super(PredictionData.class, List.of(PAIR, AT, TRANSACTION_RATE, CONFIDENCE, TRANSACTIONS, BYTES, RUNG));
    }

    @Override
    void put(PredictionData prediction, FieldWriter out) throws IOException {
        out.put(PAIR, prediction.pair());
        out.put(AT, prediction.at());
        out.put(TRANSACTION_RATE, prediction.transactionRate());
        out.put(CONFIDENCE, prediction.confidence());
        out.put(TRANSACTIONS, prediction.transactions());
        if (!prediction.bytes().isEmpty()) {
            out.put(BYTES, prediction.bytes());
        }
        out.put(RUNG, prediction.rung());
    }

    @Override
    PredictionData make(FieldReader in) throws IOException {
        return new PredictionData(
                in.get(PAIR),
                in.get(AT),
                in.get(TRANSACTION_RATE),
                in.get(CONFIDENCE),
                in.get(TRANSACTIONS),
                in.find(BYTES).orElse(Map.of()),
                in.get(RUNG));
    }
}
