package io.headroom.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class CrewTest {
    private static final int[] SIZES = {0, 1, 63, 64, 65, 1000, 12_345};

    private static final Executor REFUSES = task -> {
        throw new RejectedExecutionException("busy");
    };

    private static void coversEachNumberOnce(Crew crew) {
        for (int size : SIZES) {
            AtomicIntegerArray seen = new AtomicIntegerArray(size);
            crew.each(size, (from, to) -> {
                for (int i = from; i < to; i++) {
                    seen.incrementAndGet(i);
                }
            });
            for (int i = 0; i < size; i++) {
                assertThat(seen.get(i)).as("%d of %d", i, size).isEqualTo(1);
            }
        }
    }

    @Test
    void everyNumberBelongsToOnePart() {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            coversEachNumberOnce(Crew.ALONE);
            coversEachNumberOnce(new Crew(executor, 2));
            coversEachNumberOnce(new Crew(executor, 4));
            coversEachNumberOnce(new Crew(executor, 256));
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void theCallerDoesWhatNobodyElseDoes() {
        coversEachNumberOnce(new Crew(REFUSES, 4));
        coversEachNumberOnce(new Crew(task -> {}, 4));
        coversEachNumberOnce(new Crew(Runnable::run, 4));
    }

    @Test
    void theFirstFailureInOrderIsReportedOnceAllPartsAreDone() {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 200; round++) {
                AtomicIntegerArray done = new AtomicIntegerArray(1000);
                assertThatThrownBy(() -> new Crew(executor, 4).each(1000, (from, to) -> {
                            for (int i = from; i < to; i++) {
                                done.incrementAndGet(i);
                            }
                            if (from >= 128) {
                                throw new IllegalStateException("from " + from);
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("from 128");
                assertThat(done.get(999)).isEqualTo(1);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void anInterruptedCallerFinishesAndStaysInterrupted() {
        ExecutorService executor = Executors.newFixedThreadPool(1);
        try {
            Thread.currentThread().interrupt();
            coversEachNumberOnce(new Crew(executor, 2));
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            executor.shutdown();
        }
    }
}
