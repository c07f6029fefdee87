package io.headroom.json;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.Measure;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TransactionType;
import java.time.Duration;
import java.time.Instant;

/** The values that are one string. */
final class Names {
    static final TextCodec<String> TEXT = TextCodec.any();
    static final TextCodec<Instant> INSTANT = TextCodec.time(Instant.class, Instant::parse, "2026-01-31T12:00:00Z");
    static final TextCodec<Duration> DURATION = TextCodec.time(Duration.class, Duration::parse, "PT1M");

    static final TextCodec<Measure> MEASURE = TextCodec.oneOf(Measure.class, Measure::name);
    static final TextCodec<Resource> RESOURCE = TextCodec.oneOf(Resource.class, Resource::name);
    static final TextCodec<Rung> RUNG = TextCodec.oneOf(Rung.class, Rung::name);
    static final TextCodec<NodeGroup.Kind> NODE_KIND = TextCodec.oneOf(NodeGroup.Kind.class, NodeGroup.Kind::name);

    private static final int NAME = 200;
    private static final int PAIR = 2 * NAME + 1;
    private static final int FLOW = 3 * NAME + 2;
    private static final String BYTES = "#bytes";

    static final TextCodec<Region> REGION = TextCodec.name(Region.class, NAME, Region::name, Region::of);
    static final TextCodec<RegionPair> REGION_PAIR =
            TextCodec.name(RegionPair.class, PAIR, RegionPair::key, RegionPair::parse);
    static final TextCodec<Location> LOCATION = TextCodec.name(Location.class, PAIR, Location::key, Location::parse);
    static final TextCodec<TransactionType> TRANSACTION_TYPE =
            TextCodec.name(TransactionType.class, NAME, TransactionType::name, TransactionType::of);
    static final TextCodec<Flow> FLOW_KEY = TextCodec.name(Flow.class, FLOW, Flow::key, Flow::parse);

    /** The name of a node group. */
    static final TextCodec<String> NODE_GROUP = TextCodec.name(String.class, NAME, name -> name, name -> name);

    /** A series key where it is the key of a map; as a value it is an object. */
    static final TextCodec<SeriesKey> SERIES_KEY =
            TextCodec.name(SeriesKey.class, FLOW + BYTES.length(), SeriesKey::key, Names::seriesKey);

    private Names() {}

    private static SeriesKey seriesKey(String text) {
        return text.endsWith(BYTES)
                ? SeriesKey.bytes(Flow.parse(text.substring(0, text.length() - BYTES.length())))
                : SeriesKey.transactions(Flow.parse(text));
    }
}
