package io.headroom.spi;

import static io.headroom.spi.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FleetValuesTest {
    private static final Region EU = Region.of("eu");
    private static final NodeGroup VMS = new NodeGroup("eu-vm", EU, NodeGroup.Kind.VM, Resources.compute(4));
    private static final NodeGroup PODS =
            new NodeGroup("eu-pod", EU, NodeGroup.Kind.CONTAINER_INSTANCE, Resources.compute(1));
    private static final Flow FLOW = Flow.of("eu", "us", "order");

    @Test
    void observationsAnswerForEveryGroup() {
        FleetObservation fleet =
                new FleetObservation(Instant.EPOCH, Map.of(VMS, new Stock(3, 1, 0, 0)), Map.of(VMS, 10));
        assertThat(fleet.stock(VMS)).isEqualTo(new Stock(3, 1, 0, 0));
        assertThat(fleet.stock(PODS)).isEqualTo(Stock.EMPTY);
        assertThat(fleet.quota(VMS)).hasValue(10);
        assertThat(fleet.quota(PODS)).isEmpty();
        assertThat(fleet.pool(EU, List.of(VMS, PODS)).committed()).isEqualTo(Resources.compute(16));
        assertThat(fleet.pool(EU, List.of(VMS, PODS)).stocks().keySet()).containsExactly(PODS, VMS);
        assertRefused(() -> fleet.pool(Region.of("us"), List.of(VMS)), "node group eu-vm of eu", "pool of us");
    }

    @Test
    void observationsAreCopies() {
        Map<NodeGroup, Stock> stocks = new HashMap<>(Map.of(VMS, Stock.EMPTY));
        Map<NodeGroup, Integer> quotas = new HashMap<>(Map.of(VMS, 0));
        FleetObservation fleet = new FleetObservation(Instant.EPOCH, stocks, quotas);
        stocks.clear();
        quotas.clear();
        assertThat(fleet.stocks()).hasSize(1);
        assertThat(fleet.quotas()).hasSize(1);
        assertThatThrownBy(() -> fleet.stocks().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> fleet.quotas().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertRefused(
                () -> new FleetObservation(Instant.EPOCH, Map.of(), Map.of(VMS, -1)), "quota of eu-vm -1", "[0, ");
    }

    @Test
    void changeSetsNameAGroupOnce() {
        List<GroupTarget> targets = new ArrayList<>(List.of(new GroupTarget(VMS, 3, 0), new GroupTarget(PODS, 1, 2)));
        ChangeSet changes = new ChangeSet("eu-17", targets);
        targets.clear();
        assertThat(changes.targets()).extracting(GroupTarget::group).containsExactly(VMS, PODS);
        assertThatThrownBy(() -> changes.targets().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertRefused(() -> new ChangeSet(" ", List.of()), "change set key ' '", "must not be blank");
        assertRefused(
                () -> new ChangeSet("k", List.of(new GroupTarget(VMS, 3, 0), new GroupTarget(VMS, 4, 0))),
                "change set k",
                "one target for eu-vm");
        assertRefused(() -> new GroupTarget(VMS, -1, 0), "allocated target of eu-vm -1", "[0, ");
        assertRefused(() -> new GroupTarget(VMS, 0, -2), "warm target of eu-vm -2", "[0, ");
    }

    @Test
    void fencesAreOrdered() {
        assertThat(new Fence(3)).isGreaterThan(new Fence(2)).isEqualTo(new Fence(3));
        assertRefused(() -> new Fence(-1), "epoch -1", "0 or more");
    }

    @Test
    void revisionsKeepTheirBytes() {
        byte[] bytes = {1, 2, 3};
        Revision revision = new Revision(1, bytes);
        bytes[0] = 9;
        revision.bytes()[1] = 9;
        assertThat(revision.bytes()).containsExactly(1, 2, 3);
        assertThat(revision.number()).isEqualTo(1);
        assertRefused(() -> new Revision(0, bytes), "revision 0", "1 or more");
    }

    @Test
    void ratesAreActual() {
        assertThat(RateObservation.of(FLOW, Instant.EPOCH, 0).byteRate()).isEmpty();
        assertRefused(
                () -> RateObservation.of(FLOW, Instant.EPOCH, Double.NaN),
                "rate of eu>us/order at 1970",
                "NaN",
                "finite");
        assertRefused(
                () -> new RateObservation(FLOW, Instant.EPOCH, 1, OptionalDouble.of(-1)),
                "byteRate of eu>us/order",
                "-1.0");
        assertRefused(
                () -> new Utilisation(RegionPair.of("eu", "us"), Resource.BANDWIDTH, -0.1),
                "utilisation of BANDWIDTH at eu>us -0.1",
                "0 or more");
        assertThat(new Utilisation(EU, Resource.COMPUTE, 1.7).fraction()).isEqualTo(1.7);
    }

    @Test
    void telemetryIsACopy() {
        List<RateObservation> rates = new ArrayList<>(List.of(RateObservation.of(FLOW, Instant.EPOCH, 1)));
        List<Utilisation> use = new ArrayList<>(List.of(new Utilisation(EU, Resource.COMPUTE, 0.5)));
        Telemetry telemetry = new Telemetry(Instant.EPOCH, rates, use);
        rates.clear();
        use.clear();
        assertThat(telemetry.rates()).hasSize(1);
        assertThat(telemetry.utilisation()).hasSize(1);
    }

    @Test
    void demandsAndCosts() {
        FlowDemand demand =
                FlowDemand.perTransaction(Resources.compute(1), Resources.compute(2), Resources.bandwidth(3));
        assertThat(demand.linkPerByte().isNone()).isTrue();
        FlowDemand both = demand.perByte(Resources.NONE, Resources.storage(4), Resources.bandwidth(5));
        assertThat(both.source()).isEqualTo(Resources.compute(1));
        assertThat(both.destinationPerByte()).isEqualTo(Resources.storage(4));
        assertThat(DemandModel.uniform(both).demand(FLOW)).isEqualTo(both);
        assertThat(DemandModel.uniform(both).base(EU).isNone()).isTrue();
        assertThat(CostModel.flat(0.25).unitHour(VMS)).isEqualTo(0.25);
    }
}
