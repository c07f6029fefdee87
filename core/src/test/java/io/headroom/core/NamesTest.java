package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"eu-west", "a", "Zürich 2", "A_1.b:c", "日本", "\uD83D\uDE00"})
    void namesThatStand(String name) {
        assertThat(Region.of(name).name()).isEqualTo(name);
        assertThat(TransactionType.of(name)).hasToString(name);
        assertThat(Region.of("x".repeat(200)).key()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " eu", "eu ", "\teu", "a>b", "a/b", "a#b", "a\u0001b", "a\u0000b", "\uD83D", "\uDE00a"})
    void namesThatAreRefused(String name) {
        assertRefused(() -> Region.of(name), "region '" + name + "'", "must");
        assertRefused(() -> TransactionType.of(name), "transaction type '" + name + "'", "must");
    }

    @Test
    void messagesNameTheValue() {
        assertRefused(() -> Region.of("eu>us"), "region 'eu>us'", "must not contain");
        assertRefused(() -> Region.of("x".repeat(201)), "region 'xxx", "1 to 200 characters");
        assertRefused(() -> RegionPair.of("eu", "eu"), "region pair eu>eu", "two different regions");
        assertRefused(() -> RegionPair.parse("eu-us"), "region pair 'eu-us'", "must read SRC>DST");
        assertRefused(() -> RegionPair.parse(">us"), "region pair '>us'", "must read SRC>DST");
        assertRefused(() -> RegionPair.parse("eu>us>ap"), "region 'us>ap'", "must not contain");
        assertRefused(() -> Flow.parse("eu>us"), "flow 'eu>us'", "must read SRC>DST/type");
        assertRefused(() -> Flow.parse("/order"), "flow '/order'", "must read SRC>DST/type");
        assertRefused(() -> Flow.parse("eu>us/a/b"), "transaction type 'a/b'", "must not contain");
        assertRefused(() -> Flow.parse("eu>us/"), "transaction type ''", "1 to 200 characters");
    }

    @Test
    void keysReadBack() {
        Flow flow = Flow.of("eu", "us", "order");
        assertThat(flow.key()).isEqualTo("eu>us/order");
        assertThat(Flow.parse(flow.key())).isEqualTo(flow).hasToString("eu>us/order");
        assertThat(RegionPair.parse("eu>us")).isEqualTo(flow.pair());
        assertThat(Location.parse("eu>us")).isEqualTo(flow.pair());
        assertThat(Location.parse("eu")).isEqualTo(Region.of("eu"));
    }

    @Test
    void directionMatters() {
        RegionPair pair = RegionPair.of("eu", "us");
        assertThat(pair).isNotEqualTo(RegionPair.of("us", "eu"));
        assertThat(pair.touches(Region.of("eu"))).isTrue();
        assertThat(pair.touches(Region.of("us"))).isTrue();
        assertThat(pair.touches(Region.of("ap"))).isFalse();
    }

    @Test
    void flowsSortBySourceDestinationType() {
        Set<Flow> sorted = new TreeSet<>(
                Set.of(Flow.of("b", "a", "x"), Flow.of("a", "c", "x"), Flow.of("a", "b", "y"), Flow.of("a", "b", "x")));
        assertThat(sorted).map(Flow::key).containsExactly("a>b/x", "a>b/y", "a>c/x", "b>a/x");
    }

    @Test
    void seriesKeysTellBytesFromTransactions() {
        Flow flow = Flow.of("eu", "us", "order");
        SeriesKey count = SeriesKey.transactions(flow);
        SeriesKey bytes = SeriesKey.bytes(flow);
        assertThat(count.key()).isEqualTo("eu>us/order");
        assertThat(bytes).hasToString("eu>us/order#bytes");
        assertThat(count).isLessThan(bytes).isNotEqualTo(bytes);
        assertThat(bytes).isLessThan(SeriesKey.transactions(Flow.of("eu", "us", "orders")));
    }

    @Test
    void rungsFallTowardsThePrior() {
        assertThat(Rung.FULL.worst(Rung.PRIOR)).isEqualTo(Rung.PRIOR);
        assertThat(Rung.SEASONAL_NAIVE.worst(Rung.RESTRICTED)).isEqualTo(Rung.SEASONAL_NAIVE);
        assertThat(Rung.LAST_GOOD.worst(Rung.LAST_GOOD)).isEqualTo(Rung.LAST_GOOD);
    }
}
