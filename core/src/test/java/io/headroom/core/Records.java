package io.headroom.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Transaction records that several tests share. */
final class Records {
    static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));
    static final Instant NOON = Instant.parse("2024-02-29T12:00:00Z");

    private Records() {}

    static TransactionRecord record(String flow, Instant at) {
        Flow f = Flow.parse(flow);
        return new TransactionRecord(f.pair().source(), f.pair().destination(), at, f.type());
    }

    /** Records of six flows over an hour from noon, sorted by time; every fourth has a volume, every third an id. */
    static List<TransactionRecord> hour(SplittableRandom random, int n) {
        List<TransactionRecord> records = new ArrayList<>();
        String[] flows = {"a>b/x", "a>b/y", "a>c/x", "b>a/x", "c>a/x", "c>b/y"};
        for (int i = 0; i < n; i++) {
            Instant at = NOON.plusMillis(random.nextInt(3_600_000));
            TransactionRecord r = record(flows[random.nextInt(flows.length)], at);
            r = i % 4 == 0 ? r.withVolumeBytes(random.nextInt(10_000)) : r;
            records.add(i % 3 == 0 ? r.withId("id-" + i) : r);
        }
        records.sort(Comparator.comparing(TransactionRecord::timestamp));
        return records;
    }

    /** Another order of arrival in which none is overtaken by one that happened more than the lateness later. */
    static List<TransactionRecord> shuffled(
            List<TransactionRecord> records, Duration lateness, SplittableRandom random) {
        record Arrival(TransactionRecord record, long at) {}
        return records.stream()
                .map(r -> new Arrival(r, r.timestamp().toEpochMilli() + random.nextLong(lateness.toMillis() + 1)))
                .sorted(Comparator.comparingLong(Arrival::at))
                .map(Arrival::record)
                .toList();
    }
}
