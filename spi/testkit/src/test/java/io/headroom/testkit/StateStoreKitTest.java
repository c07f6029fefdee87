package io.headroom.testkit;

import io.headroom.spi.StateStore;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StateStoreKitTest {
    static class Subject extends StateStoreContract {
        private MemoryStateStore store = new MemoryStateStore();

        @Override
        protected StateStore create() {
            store = KitRun.subject(MemoryStateStore.Maker.class).make();
            return store;
        }

        @Override
        protected StateStore reopen() {
            return store.reopened();
        }

        @Override
        protected void damage(StateStore damaged, String key) {
            ((MemoryStateStore) damaged).damage(key);
        }

        @Override
        protected void breakOffNextSave(StateStore broken) {
            ((MemoryStateStore) broken).breakingOff = true;
        }
    }

    @TestFactory
    Stream<DynamicTest> stateStores() {
        MemoryStateStore.Maker good = MemoryStateStore::new;
        List<BrokenDouble> rows = Stream.of(StateFaults.rows(), StateRaceFaults.rows())
                .flatMap(List::stream)
                .toList();
        return BrokenDouble.tests(Subject.class, good, rows);
    }
}
