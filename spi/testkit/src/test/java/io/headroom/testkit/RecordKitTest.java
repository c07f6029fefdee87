package io.headroom.testkit;

import io.headroom.core.TransactionRecord;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Deadline;
import io.headroom.spi.RecordSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RecordKitTest {
    static class Subject extends RecordSourceContract {
        @Override
        protected RecordSource create(List<TransactionRecord> records) {
            return KitRun.subject(MemoryRecords.Maker.class).make(records);
        }

        @Override
        protected void cutOff(RecordSource source) {
            ((MemoryRecords) source).unreachable = true;
        }
    }

    @TestFactory
    Stream<DynamicTest> recordSources() {
        MemoryRecords.Maker good = MemoryRecords::new;
        return BrokenDouble.tests(
                Subject.class,
                good,
                List.of(
                        row("R1", "a large page loses its first record", Losing::new),
                        row("R2", "the last record is handed over again", Repeating::new),
                        row("R3", "volumes are dropped", Thinning::new),
                        row("R4", "complete is a minute ahead", Hasty::new),
                        row("R5", "the last minutes are held back", Holding::new),
                        row("R6", "an outage looks like silence", Silent::new),
                        row("R7", "a page that was fetched too late is dropped", Dropping::new)));
    }

    private static BrokenDouble row(String clause, String fault, MemoryRecords.Maker maker) {
        return new BrokenDouble(clause, fault, maker);
    }

    private static final class Losing extends MemoryRecords {
        Losing(List<TransactionRecord> records) {
            super(records);
        }

        @Override
        public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
            long left = records.stream()
                    .skip(offset)
                    .filter(r -> r.timestamp().isBefore(until))
                    .count();
            offset += offset > 0 && left > 10 ? 1 : 0;
            return super.drain(until, sink, deadline);
        }
    }

    private static final class Repeating extends MemoryRecords {
        Repeating(List<TransactionRecord> records) {
            super(records);
        }

        @Override
        public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
            offset = Math.max(0, offset - 1);
            return super.drain(until, sink, deadline);
        }
    }

    private static final class Thinning extends MemoryRecords {
        Thinning(List<TransactionRecord> records) {
            super(records);
        }

        @Override
        public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
            Consumer<TransactionRecord> bare = r -> {
                TransactionRecord copy = new TransactionRecord(
                        r.sourceRegion(), r.destinationRegion(), r.timestamp(), r.transactionType());
                sink.accept(r.id().map(copy::withId).orElse(copy));
            };
            return super.drain(until, bare, deadline);
        }
    }

    private static final class Hasty extends MemoryRecords {
        Hasty(List<TransactionRecord> records) {
            super(records);
        }

        @Override
        public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
            return super.drain(until, sink, deadline).plus(Duration.ofMinutes(1));
        }
    }

    private static final class Holding extends MemoryRecords {
        Holding(List<TransactionRecord> records) {
            super(records);
        }

        @Override
        public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
            super.drain(until.minus(Duration.ofMinutes(10)), sink, deadline);
            return until;
        }
    }

    private static final class Silent extends MemoryRecords {
        Silent(List<TransactionRecord> records) {
            super(records);
        }

        @Override
        public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
            return unreachable ? until : super.drain(until, sink, deadline);
        }
    }

    private static final class Dropping extends MemoryRecords {
        Dropping(List<TransactionRecord> records) {
            super(records);
        }

        @Override
        public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
            if (deadline.expired()) {
                super.drain(until, r -> {}, Deadline.none());
                throw new AdapterException("the page came too late");
            }
            return super.drain(until, sink, deadline);
        }
    }
}
