package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StateKeeperTest {
    private static final AllocationState STATE =
            AllocationState.INITIAL.withEpoch(3).observed(NOON, UsualNeed.NONE);

    private final InMemoryStateStore store = new InMemoryStateStore();
    private final StateKeeper keeper = new StateKeeper(store, "me");

    @Test
    void whatItSavedItselfIsNotReadAgain() {
        assertThat(keeper.load()).isEqualTo(new StateKeeper.Loaded(AllocationState.INITIAL, 0));
        assertThat(keeper.save(STATE, 0)).hasValue(1);
        assertThat(keeper.load().state()).isSameAs(STATE);
        StateKeeper.Loaded other = new StateKeeper(store, "me").load();
        assertThat(other).isEqualTo(keeper.load());
        assertThat(other.state()).isNotSameAs(STATE);
    }

    @Test
    void whatAnotherSavedIsRead() {
        keeper.save(STATE, 0);
        AllocationState others = STATE.withEpoch(4);
        new StateKeeper(store, "me").save(others, 1);
        assertThat(keeper.save(STATE, 1)).isEmpty();
        assertThat(keeper.load()).isEqualTo(new StateKeeper.Loaded(others, 2));
    }

    @Test
    void aStoreThatBeganAfreshIsReadThoughItsRevisionIsTheSame() {
        keeper.save(STATE, 0);
        StateKeeper.Loaded before = keeper.load();
        InMemoryStateStore another = new InMemoryStateStore();
        Switching both = new Switching();
        both.current = store;
        StateKeeper moved = new StateKeeper(both, "you");
        moved.save(STATE, 0);
        another.save("you", StateCodec.encode(STATE.withEpoch(9)), 0);
        both.current = another;
        assertThat(moved.load()).isEqualTo(new StateKeeper.Loaded(STATE.withEpoch(9), before.revision()));
    }

    /** A store that is replaced. */
    private static final class Switching implements StateStore {
        private InMemoryStateStore current = new InMemoryStateStore();

        @Override
        public Optional<Revision> load(String key) {
            return current.load(key);
        }

        @Override
        public OptionalLong save(String key, byte[] bytes, long expected) {
            return current.save(key, bytes, expected);
        }
    }
}
