package io.headroom.json;

import io.headroom.core.Region;
import io.headroom.core.TransactionRecord;
import io.headroom.core.TransactionType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A transaction record; id and volume are absent where the host has none. */
final class TransactionRecordCodec extends ObjectCodec<TransactionRecord> {
    private static final Field<Region> SOURCE_REGION = new Field<>("sourceRegion", Names.REGION);
    private static final Field<Region> DESTINATION_REGION = new Field<>("destinationRegion", Names.REGION);
    private static final Field<Instant> TIMESTAMP = new Field<>("timestamp", Names.INSTANT);
    private static final Field<TransactionType> TRANSACTION_TYPE =
            new Field<>("transactionType", Names.TRANSACTION_TYPE);
    private static final Field<String> ID = new Field<>("id", Names.TEXT);
    private static final Field<Long> VOLUME_BYTES = new Field<>("volumeBytes", WholeCodec.AMOUNT);

    static final Codec<TransactionRecord> INSTANCE = new TransactionRecordCodec();

    private TransactionRecordCodec() {
        super(
                TransactionRecord.class,
                List.of(SOURCE_REGION, DESTINATION_REGION, TIMESTAMP, TRANSACTION_TYPE, ID, VOLUME_BYTES));
    }

    @Override
    void put(TransactionRecord record, FieldWriter out) throws IOException {
        out.put(SOURCE_REGION, record.sourceRegion());
        out.put(DESTINATION_REGION, record.destinationRegion());
        out.put(TIMESTAMP, record.timestamp());
        out.put(TRANSACTION_TYPE, record.transactionType());
        if (record.id().isPresent()) {
            out.put(ID, record.id().get());
        }
        if (record.volumeBytes().isPresent()) {
            out.put(VOLUME_BYTES, record.volumeBytes().getAsLong());
        }
    }

    @Override
    TransactionRecord make(FieldReader in) throws IOException {
        Optional<Long> volume = in.find(VOLUME_BYTES);
        return new TransactionRecord(
                in.get(SOURCE_REGION),
                in.get(DESTINATION_REGION),
                in.get(TIMESTAMP),
                in.get(TRANSACTION_TYPE),
                in.find(ID),
                volume.isPresent() ? OptionalLong.of(volume.get()) : OptionalLong.empty());
    }
}
