package io.headroom.allocation;

import io.headroom.spi.StateStore;
import io.headroom.testkit.Capability;
import io.headroom.testkit.StateStoreContract;
import java.util.Map;

class InMemoryStateStoreTest extends StateStoreContract {
    private static final String REASON = "it keeps its content in memory and nowhere else";

    @Override
    protected StateStore create() {
        return new InMemoryStateStore();
    }

    @Override
    protected Map<Capability, String> absent() {
        return Map.of(Capability.DURABILITY, REASON, Capability.DAMAGE, REASON, Capability.CRASH, REASON);
    }
}
