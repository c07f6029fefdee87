package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceValuesTest {
    private static final Region EU = Region.of("eu");
    private static final NodeGroup VMS = new NodeGroup("eu-vm", EU, NodeGroup.Kind.VM, Resources.compute(4));
    private static final NodeGroup DISKS =
            new NodeGroup("eu-disk", EU, NodeGroup.Kind.STORAGE_VOLUME, Resources.storage(100));

    @Test
    void resourcesByName() {
        Resources r = new Resources(1, 2, 3);
        assertThat(r.get(Resource.COMPUTE)).isEqualTo(1);
        assertThat(r.get(Resource.STORAGE)).isEqualTo(2);
        assertThat(r.get(Resource.BANDWIDTH)).isEqualTo(3);
        assertThat(r.with(Resource.COMPUTE, 9)).isEqualTo(new Resources(9, 2, 3));
        assertThat(r.with(Resource.STORAGE, 9)).isEqualTo(new Resources(1, 9, 3));
        assertThat(r.with(Resource.BANDWIDTH, 9)).isEqualTo(new Resources(1, 2, 9));
        assertThat(Resources.compute(1).plus(Resources.storage(2)).plus(Resources.bandwidth(3)))
                .isEqualTo(r);
    }

    @Test
    void resourceArithmetic() {
        Resources r = new Resources(1, 2, 3);
        assertThat(r.plus(Resources.NONE)).isEqualTo(r);
        assertThat(r.times(2)).isEqualTo(new Resources(2, 4, 6));
        assertThat(r.times(0).isNone()).isTrue();
        assertThat(r.isNone()).isFalse();
        assertThat(Resources.bandwidth(1e-9).isNone()).isFalse();
        assertThat(r.max(new Resources(3, 2, 1))).isEqualTo(new Resources(3, 2, 3));
        assertThat(new Resources(-0.0, 0, 0)).isEqualTo(Resources.NONE);
    }

    @Test
    void resourcesRefuse() {
        assertRefused(() -> Resources.compute(-1), "compute -1.0", "0 or more");
        assertRefused(() -> Resources.storage(Double.NaN), "storage NaN", "0 or more");
        assertRefused(() -> Resources.bandwidth(Double.POSITIVE_INFINITY), "bandwidth Infinity", "finite");
        assertRefused(() -> Resources.NONE.with(Resource.STORAGE, -2), "storage -2.0", "0 or more");
        assertRefused(() -> new Resources(1, 1, 1).times(-1), "compute -1.0", "0 or more");
        assertRefused(() -> Resources.compute(1e308).plus(Resources.compute(1e308)), "compute Infinity", "finite");
    }

    @Test
    void poolAddsUpItsGroups() {
        ResourcePool pool = new ResourcePool(EU, Map.of(VMS, new Stock(3, 2, 1, 5), DISKS, new Stock(1, 0, 2, 0)));
        assertThat(pool.allocated()).isEqualTo(new Resources(12, 100, 0));
        assertThat(pool.booting()).isEqualTo(new Resources(8, 0, 0));
        assertThat(pool.warm()).isEqualTo(new Resources(4, 200, 0));
        assertThat(pool.committed()).isEqualTo(new Resources(20, 100, 0));
        assertThat(pool.stocks().keySet()).containsExactly(DISKS, VMS);
    }

    @Test
    void poolIsACopy() {
        Map<NodeGroup, Stock> stocks = new HashMap<>(Map.of(VMS, Stock.EMPTY));
        ResourcePool pool = new ResourcePool(EU, stocks);
        stocks.clear();
        assertThat(pool.stocks()).hasSize(1);
        assertThatThrownBy(() -> pool.stocks().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void poolRefusesForeignGroups() {
        assertRefused(
                () -> new ResourcePool(Region.of("us"), Map.of(VMS, Stock.EMPTY)),
                "node group eu-vm of eu",
                "must belong to the pool of us");
    }

    @Test
    void nodeGroupsRefuse() {
        assertRefused(
                () -> new NodeGroup("idle", EU, NodeGroup.Kind.VM, Resources.NONE), "unit of node group idle", "bring");
        assertRefused(
                () -> new NodeGroup("a/b", EU, NodeGroup.Kind.VM, Resources.compute(1)), "node group 'a/b'", "contain");
        assertThat(VMS).isGreaterThan(DISKS).hasToString("eu-vm");
    }

    @Test
    void stockCounts() {
        Stock stock = new Stock(1, 2, 3, 4);
        assertThat(stock.committed()).isEqualTo(3);
        assertThat(stock.paid()).isEqualTo(10);
        assertThat(Stock.EMPTY.paid()).isZero();
        assertRefused(() -> new Stock(-1, 0, 0, 0), "allocated units -1", "[0, ");
        assertRefused(() -> new Stock(0, -1, 0, 0), "booting units -1", "[0, ");
        assertRefused(() -> new Stock(0, 0, -1, 0), "warm units -1", "[0, ");
        assertRefused(() -> new Stock(0, 0, 0, -1), "warming units -1", "[0, ");
        assertThatThrownBy(() -> new Stock(Integer.MAX_VALUE, 1, 0, 0).committed())
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void deltaIsRequiredMinusCommitted() {
        ResourceDelta delta = new ResourceDelta(EU, new Resources(5, 1, 0), new Resources(2, 4, 0));
        assertThat(delta.delta(Resource.COMPUTE)).isEqualTo(3);
        assertThat(delta.delta(Resource.STORAGE)).isEqualTo(-3);
        assertThat(delta.delta(Resource.BANDWIDTH)).isZero();
        assertThat(delta).hasToString("ResourceDelta[eu: compute +3.000, storage -3.000, bandwidth +0.000]");
    }
}
