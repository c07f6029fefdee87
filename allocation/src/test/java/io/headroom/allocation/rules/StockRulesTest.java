package io.headroom.allocation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Ready stocks, retentions and spikes, each by itself. */
class StockRulesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double NONE = Double.POSITIVE_INFINITY;

    private static void refused(String value, String bound, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(bound)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        ReadyStock stock = ReadyStock.covering(0.9);
        refused("ready quantile 1.0", "0 and 1", () -> ReadyStock.covering(1));
        refused("ready violation cost -1.0", "0 or more", () -> stock.withViolation(-1, 0));
        refused("ready violation ratio NaN", "0 or more", () -> stock.withViolation(0, Double.NaN));
        refused("hand-out time PT-1M", "0 or more", () -> stock.withHandOut(MINUTE.negated()));
        refused("ready maximum -1.0", "0 or more", () -> stock.withLimits(-1, NONE));
        refused("prepared maximum NaN", "0 or more", () -> stock.withLimits(1, Double.NaN));
        refused("spike margin -0.1", "0 or more", () -> SpikeRule.of(-0.1));
        refused("growth limit 0.5", "1 or more", () -> SpikeRule.of(0).withGrowthLimit(0.5));
        refused("growth limit Infinity", "finite", () -> SpikeRule.of(0).withGrowthLimit(NONE));
        refused("hold after a spike PT-1M", "0 or more", () -> SpikeRule.of(0).withHold(MINUTE.negated()));
        refused("poll PT-1M", "0 or more", () -> Watch.HOST.withPoll(MINUTE.negated()));
        refused("trigger cooldown PT-1M", "0 or more", () -> Watch.HOST.withCooldown(MINUTE.negated()));
        refused("retention PT-1M", "0 or more", () -> new Retention(MINUTE.negated()));
    }

    @Test
    void whatWaitsLiesBetweenTheLeastAndTheLimits() {
        ReadyStock stock = ReadyStock.covering(0.9);
        assertThat(stock.waiting(14, 10, 0, NONE)).isEqualTo(4);
        assertThat(stock.waiting(14, 10, 6, NONE)).isEqualTo(6);
        assertThat(stock.waiting(14, 20, 0, NONE)).isZero();
        assertThat(stock.waiting(14, 10, 0, 12)).isEqualTo(2);
        assertThat(stock.withLimits(3, NONE).waiting(14, 10, 6, NONE)).isEqualTo(3);
        assertThat(stock.withLimits(NONE, 11).waiting(14, 10, 6, NONE)).isEqualTo(1);
        assertThat(stock.withLimits(NONE, 5).waiting(14, 10, 6, NONE)).isZero();
        assertThat(stock.withLimits(NONE, NONE).waiting(Double.MAX_VALUE, 0, 0, NONE))
                .isEqualTo(Double.MAX_VALUE);
        assertThat(ReadyStock.NONE.isNone()).isTrue();
        assertThat(stock.isNone()).isFalse();
    }

    @Test
    void aSpikeIsLedByItsGrowthUpToTheLimit() {
        SpikeRule rule = SpikeRule.of(0.2).withGrowthLimit(3);
        assertThat(rule.wanted(14, 11, 2)).isEqualTo(20);
        assertThat(rule.wanted(14, 11, 100)).isEqualTo(42);
        assertThat(rule.wanted(14, 20, 5)).as("it fell").isEqualTo(14);
        assertThat(rule.wanted(14, 14, Double.POSITIVE_INFINITY))
                .as("it stayed")
                .isEqualTo(14);
        assertThat(rule.wanted(0, 0, 5)).isZero();
        assertThat(rule.wanted(Double.MAX_VALUE, 0, 1e300)).isEqualTo(Double.MAX_VALUE);
        assertThat(rule.unexpected(12, 10)).isFalse();
        assertThat(rule.unexpected(12.1, 10)).isTrue();
        assertThat(rule.unexpected(0.1, 0)).isTrue();
        assertThat(SpikeRule.NONE.unexpected(1e300, 0)).isFalse();
    }

    @Test
    void theHoldIsLeadTimeAndIntervalUnlessItIsSaid() {
        assertThat(SpikeRule.of(0.2).holdOr(MINUTE)).isEqualTo(MINUTE);
        assertThat(SpikeRule.of(0.2).withHold(Duration.ZERO).holdOr(MINUTE)).isZero();
        assertThat(SpikeRule.NONE.holdOr(MINUTE)).isZero();
        assertThat(SpikeRule.of(NONE)).as("a margin that nothing exceeds").isEqualTo(SpikeRule.NONE);
        assertThat(new Retention(MINUTE)).hasToString("largest need of PT1M");
        assertThat(Retention.NONE).hasToString("none");
    }
}
