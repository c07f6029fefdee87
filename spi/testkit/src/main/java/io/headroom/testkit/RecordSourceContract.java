package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.TransactionRecord;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Deadline;
import io.headroom.spi.RecordSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link RecordSource}. A subclass loads the kit's records into the test bed behind its source. */
public abstract class RecordSourceContract extends Contract {
    private static final Instant START = Instant.parse("2024-10-01T00:00:00Z");

    /** For subclasses. */
    protected RecordSourceContract() {}

    /**
     * Makes the source; called once in each clause.
     *
     * @param records what there is to be read, in the order of their instants, all between 2024-10-01 and 2024-10-02
     * @return a source that has handed over nothing yet
     */
    protected abstract RecordSource create(List<TransactionRecord> records);

    /**
     * Cuts off the world behind the source for the rest of the clause. For {@link Capability#OUTAGE}.
     *
     * @param source what {@link #create} made
     */
    protected void cutOff(RecordSource source) {
        throw missing("cutOff()", Capability.OUTAGE);
    }

    /**
     * Whether the source reads ids.
     *
     * @return true if records come back with their ids; by default true
     */
    protected boolean hasIds() {
        return true;
    }

    /**
     * Whether the source reads volumes.
     *
     * @return true if records come back with their volumes; by default true
     */
    protected boolean hasVolumes() {
        return true;
    }

    /** One record a minute; each third without id or volume. */
    private List<TransactionRecord> records() {
        List<TransactionRecord> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Flow flow = i % 2 == 0 ? Flow.of("eu-west", "us-east", "api") : Flow.of("us-east", "ap-south", "sync");
            TransactionRecord r =
                    new TransactionRecord(flow.pair().source(), flow.pair().destination(), minute(i), flow.type());
            r = hasIds() && i % 3 != 0 ? r.withId("id-" + i) : r;
            records.add(hasVolumes() && i % 3 != 0 ? r.withVolumeBytes(1000L + i) : r);
        }
        return records;
    }

    private static Instant minute(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private Drained drain(RecordSource source, Instant until) {
        List<TransactionRecord> got = new ArrayList<>();
        return new Drained(source.drain(until, got::add, Deadline.after(patience())), got);
    }

    /** What one call handed over, and the instant that it returned. */
    private record Drained(Instant complete, List<TransactionRecord> records) {}

    private static List<Instant> instants(List<TransactionRecord> records) {
        return records.stream()
                .map(TransactionRecord::timestamp)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("R1 Every record is handed over at last")
    final void handsOver() {
        check(c -> {
            c.mend("a page or the last record before 'until' is dropped: go on from where the call before ended");
            RecordSource source = create(records());
            List<TransactionRecord> got = new ArrayList<>();
            for (int minutes : new int[] {7, 20, 21, 60, 24 * 60}) {
                got.addAll(drain(source, minute(minutes)).records());
            }
            c.at("instants of the records");
            c.sameElements(instants(records()), instants(got));
        });
    }

    @Test
    @DisplayName("R2 A record without id is handed over once")
    final void once() {
        check(c -> {
            c.mend("the next call starts at the latest instant instead of after the last record: keep an offset");
            RecordSource source = create(records());
            List<TransactionRecord> got = new ArrayList<>();
            for (int minutes : new int[] {7, 7, 20, 24 * 60, 24 * 60}) {
                got.addAll(drain(source, minute(minutes)).records());
            }
            List<Instant> bare = got.stream()
                    .filter(r -> r.id().isEmpty())
                    .map(TransactionRecord::timestamp)
                    .sorted()
                    .toList();
            c.at("instants of the records without id");
            c.hold(bare.stream().distinct().count() == bare.size(), "each once", bare);
        });
    }

    @Test
    @DisplayName("R3 A record comes with its flow, id and volume")
    final void fields() {
        check(c -> {
            c.mend("a field is not read, or read from another one: region pair, type, id and volume all count");
            List<TransactionRecord> known = records();
            for (TransactionRecord r : drain(create(known), minute(24 * 60)).records()) {
                c.at("record at " + r.timestamp());
                c.hold(known.contains(r), "one of the records that were loaded", r);
            }
        });
    }

    @Test
    @DisplayName("R4 The answer is complete until an instant that is not after 'until'")
    final void notAfterUntil() {
        check(c -> {
            c.mend("the instant is read off a clock or the next page: it is at most 'until'");
            RecordSource source = create(records());
            for (int minutes : new int[] {5, 30, 59}) {
                c.at("drain until " + minute(minutes));
                Instant complete = drain(source, minute(minutes)).complete();
                c.hold(!complete.isAfter(minute(minutes)), minute(minutes) + " or before", complete);
            }
        });
    }

    @Test
    @DisplayName("R5 No record from before that instant comes in a later call")
    final void complete() {
        check(c -> {
            c.mend("the instant runs ahead of what was handed over: return the one before which nothing is held back");
            RecordSource source = create(records());
            Instant complete = Instant.MIN;
            for (int minutes : new int[] {5, 29, 44, 24 * 60}) {
                Drained drained = drain(source, minute(minutes));
                for (TransactionRecord r : drained.records()) {
                    c.at("records without id from before " + complete + ", until which the call before was complete");
                    c.hold(r.id().isPresent() || !r.timestamp().isBefore(complete), "none", r);
                }
                complete = drained.complete();
            }
        });
    }

    @Test
    @DisplayName("R6 A source that can't be read throws an AdapterException")
    final void outage() {
        check(c -> {
            c.needs(Capability.OUTAGE);
            c.mend("an exception of the client escapes, or nothing is handed over: wrap it in an AdapterException");
            RecordSource source = create(records());
            cutOff(source);
            SafetyClauses.unreachable(c, "drain when the source can't be read", () -> drain(source, minute(30)));
        });
    }

    @Test
    @DisplayName("R7 A call that ends by its deadline loses nothing")
    final void deadline() {
        check(c -> {
            c.mend("a page that was fetched is dropped when time is up: hand it over next time, or return an earlier"
                    + " instant");
            RecordSource source = create(records());
            List<TransactionRecord> got = new ArrayList<>();
            c.at("drain after its deadline");
            Parallel.one(patience(), () -> {
                try {
                    source.drain(minute(30), got::add, Deadline.after(Duration.ZERO));
                } catch (AdapterException e) {
                    c.given(e.getMessage(), "a message");
                }
                return OptionalLong.empty();
            });
            got.addAll(drain(source, minute(24 * 60)).records());
            c.at("instants of all records, handed over then and later");
            c.sameElements(instants(records()), instants(got));
        });
    }
}
