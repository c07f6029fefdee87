package io.headroom.spi;

import io.headroom.core.Flow;
import io.headroom.core.TransactionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A source that hands over, once each, the records that happened before the instant that it is said to have reached.
 */
final class ScriptedSource implements RecordSource {
    private final List<TransactionRecord> waiting = new ArrayList<>();
    private Instant lag = Instant.MAX;
    private boolean broken;

    void add(String flow, Instant at) {
        waiting.add(record(flow, at));
    }

    void add(TransactionRecord r) {
        waiting.add(r);
    }

    /** From now on records are complete, and handed over, up to here at most. */
    void reachesOnly(Instant end) {
        lag = end;
    }

    void breakDown(boolean value) {
        broken = value;
    }

    static TransactionRecord record(String flow, Instant at) {
        Flow f = Flow.parse(flow);
        return new TransactionRecord(f.pair().source(), f.pair().destination(), at, f.type());
    }

    @Override
    public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
        Instant reached = until.isBefore(lag) ? until : lag;
        List<TransactionRecord> ready =
                waiting.stream().filter(r -> r.timestamp().isBefore(reached)).toList();
        waiting.removeAll(ready);
        ready.forEach(sink);
        if (broken) {
            throw new AdapterException("reading the topic: connection refused");
        }
        return reached;
    }
}
