package io.headroom.testkit;

import io.headroom.core.NodeGroup;
import io.headroom.spi.Provisioner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ProvisionerKitTest {
    static class Subject extends ProvisionerContract {
        @Override
        protected Provisioner create() {
            return KitRun.subject(ProvisionerFaults.Maker.class).get();
        }

        @Override
        protected List<NodeGroup> groups() {
            return List.of(MemoryProvisioner.ONE, MemoryProvisioner.TWO);
        }

        @Override
        protected Optional<NodeGroup> limitedGroup() {
            return Optional.of(MemoryProvisioner.LIMITED);
        }

        @Override
        protected void settle(Provisioner provisioner) {
            ((MemoryProvisioner) provisioner).settle();
        }

        @Override
        protected void loseNextAnswer(Provisioner provisioner) {
            ((MemoryProvisioner) provisioner).losing = true;
        }

        @Override
        protected void cutOff(Provisioner provisioner) {
            ((MemoryProvisioner) provisioner).unreachable = true;
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(2);
        }
    }

    @TestFactory
    Stream<DynamicTest> provisioners() {
        ProvisionerFaults.Maker good = MemoryProvisioner::new;
        List<BrokenDouble> rows = Stream.of(ProvisionerFaults.rows(), SafetyFaults.rows(), PlanFaults.rows())
                .flatMap(List::stream)
                .toList();
        return BrokenDouble.tests(Subject.class, good, rows);
    }
}
