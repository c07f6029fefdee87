package io.headroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.NodeGroup;
import io.headroom.spi.Provisioner;
import io.headroom.spi.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all kits share: skipping, hooks, and failures that come as exceptions. */
class ContractTest {
    /** Supplies what must be supplied and no more. */
    static class Bare extends StateStoreContract {
        @Override
        protected StateStore create() {
            return new MemoryStateStore();
        }
    }

    static class Declaring extends Bare {
        @Override
        protected Map<Capability, String> absent() {
            return Map.of(
                    Capability.DURABILITY, "it lives in memory",
                    Capability.DAMAGE, "memory is not damaged",
                    Capability.CRASH, " ");
        }
    }

    static class BareFleet extends ProvisionerContract {
        @Override
        protected Provisioner create() {
            return new MemoryProvisioner();
        }

        @Override
        protected List<NodeGroup> groups() {
            return List.of(MemoryProvisioner.ONE, MemoryProvisioner.TWO);
        }

        @Override
        protected void settle(Provisioner provisioner) {
            ((MemoryProvisioner) provisioner).settle();
        }
    }

    @Test
    void hooksThatAreNotOverriddenFailTheirClauses() {
        KitRun run = KitRun.of(Bare.class, "none");
        assertThat(run.failed().keySet()).containsExactlyInAnyOrder("S12", "S13", "S14");
        assertThat(run.failed().get("S13")).contains("override damage()", "declare DAMAGE absent");
        KitRun fleet = KitRun.of(BareFleet.class, "none");
        assertThat(fleet.failed().keySet()).containsExactlyInAnyOrder("V8", "V14", "V15", "V16", "V17", "V22");
        assertThat(fleet.failed().get("V14")).contains("override limitedGroup()", "declare QUOTA absent");
    }

    @Test
    void absentCapabilitiesSkipTheirClausesWithTheReason() {
        KitRun run = KitRun.of(Declaring.class, "none");
        assertThat(run.skipped().keySet()).isEqualTo(Set.of("S12", "S13"));
        assertThat(run.skipped().get("S12")).contains("S12 ", "DURABILITY", "it lives in memory");
    }

    @Test
    void anAbsentCapabilityNeedsAReason() {
        KitRun run = KitRun.of(Declaring.class, "none");
        assertThat(run.failed().keySet()).containsExactly("S14");
        assertThat(run.failed().get("S14")).contains("a reason why CRASH is absent");
    }

    @Test
    void anExceptionOfTheImplementationNamesClauseAndPlace() {
        MemoryStateStore.Maker throwing = () -> {
            throw new IllegalStateException("no disk");
        };
        KitRun run = KitRun.of(StateStoreKitTest.Subject.class, throwing);
        assertThat(run.passed()).isEmpty();
        assertThat(run.failed().get("S1"))
                .startsWith("S1 A key that was not saved loads as empty")
                .contains("no exception", "IllegalStateException: no disk", "\nMaybe ");
    }
}
