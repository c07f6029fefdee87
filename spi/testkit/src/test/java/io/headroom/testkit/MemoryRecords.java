package io.headroom.testkit;

import io.headroom.core.TransactionRecord;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Deadline;
import io.headroom.spi.RecordSource;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The good double: records in memory with an offset. Rows of a table override what they break. */
class MemoryRecords implements RecordSource {
    final List<TransactionRecord> records;
    int offset;
    boolean unreachable;

    MemoryRecords(List<TransactionRecord> records) {
        this.records = List.copyOf(records);
    }

    /** What the subclass of the kit asks for. */
    interface Maker {
        MemoryRecords make(List<TransactionRecord> records);
    }

    @Override
    public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
        if (unreachable || deadline.expired()) {
            throw new AdapterException("the records could not be read in time");
        }
        while (offset < records.size() && records.get(offset).timestamp().isBefore(until)) {
            sink.accept(records.get(offset));
            offset++;
        }
        return until;
    }
}
