package io.headroom.spi;

import static io.headroom.spi.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
    /** A monotonic clock may stand anywhere, and wrap around. */
    @ParameterizedTest
    @ValueSource(longs = {0, -5_000_000_000L, 123_456_789, Long.MAX_VALUE - 1_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void expiresWhenItsBudgetIsSpent(long now) {
        AtomicLong clock = new AtomicLong(now);
        Deadline deadline = Deadline.after(Duration.ofMillis(5), clock::get);
        assertThat(deadline.expired()).isFalse();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(5));
        clock.addAndGet(4_999_999);
        assertThat(deadline.expired()).isFalse();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(1));
        clock.incrementAndGet();
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.remaining()).isZero();
        clock.addAndGet(Duration.ofDays(365).toNanos());
        assertThat(deadline.expired()).isTrue();
        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void noBudgetIsExpiredAtOnce() {
        assertThat(Deadline.after(Duration.ZERO).expired()).isTrue();
        assertThat(Deadline.after(Duration.ofHours(1)).expired()).isFalse();
        assertThat(Deadline.after(Duration.ofHours(1)).remaining())
                .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void anEndlessBudgetDoesNotOverflow() {
        for (long now : new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE}) {
            AtomicLong clock = new AtomicLong(now);
            Deadline deadline = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE), clock::get);
            clock.addAndGet(Duration.ofDays(36_500).toNanos());
            assertThat(deadline.expired()).isFalse();
            assertThat(deadline.remaining()).isGreaterThan(Duration.ofDays(10_000));
        }
    }

    @Test
    void noneNeverExpires() {
        assertThat(Deadline.none().expired()).isFalse();
        assertThat(Deadline.none().remaining()).isGreaterThan(Duration.ofDays(100_000));
    }

    @Test
    void refusals() {
        assertRefused(() -> Deadline.after(Duration.ofMillis(-1)), "deadline after PT-0.001S", "0 or more");
    }
}
