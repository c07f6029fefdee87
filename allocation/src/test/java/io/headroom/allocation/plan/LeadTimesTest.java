package io.headroom.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadTimesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Region EU = Region.of("eu");
    private static final RegionPair LINK = RegionPair.parse("eu>us");
    private static final NodeGroup VMS = new NodeGroup("vms", EU, NodeGroup.Kind.VM, new Resources(4, 8, 0));
    private static final NodeGroup LINKS =
            new NodeGroup("link", LINK, NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(10));
    private static final LeadRule RULE = LeadRule.of(Duration.ofMinutes(5));

    private LeadTimes times = LeadTimes.NONE;

    private static Instant minute(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static FleetObservation fleet(NodeGroup group, Stock stock) {
        return new FleetObservation(NOON, Map.of(group, stock), Map.of());
    }

    private void look(int minutes, Stock stock) {
        times = times.observed(fleet(VMS, stock), minute(minutes));
    }

    private void grant(int minutes, Stock before, int allocated, int warm) {
        times = times.granted(List.of(new Outcome.Accepted(VMS, allocated, warm)), fleet(VMS, before), minute(minutes));
    }

    private List<Long> measured(Resource resource) {
        return times.measured().getOrDefault("eu/" + resource, List.of());
    }

    private static long minutes(int count) {
        return Duration.ofMinutes(count).toMillis();
    }

    @Test
    void aRequestIsMeasuredFromAskingToUsable() {
        Stock ten = new Stock(10, 0, 0, 0);
        look(0, ten);
        grant(0, ten, 14, 0);
        look(1, new Stock(10, 4, 0, 0));
        look(3, new Stock(14, 0, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(3));
        assertThat(measured(Resource.STORAGE)).containsExactly(minutes(3));
        assertThat(measured(Resource.BANDWIDTH)).isEmpty();
        assertThat(times.tracks()).isEmpty();
    }

    @Test
    void aRequestWhoseUnitsArriveApartIsMeasuredEachTime() {
        Stock ten = new Stock(10, 0, 0, 0);
        grant(0, ten, 20, 0);
        look(2, new Stock(13, 7, 0, 0));
        look(3, new Stock(13, 7, 0, 0));
        look(4, new Stock(20, 0, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(2), minutes(4));
    }

    @Test
    void theOldestRequestArrivesFirst() {
        Stock ten = new Stock(10, 0, 0, 0);
        grant(0, ten, 12, 0);
        look(1, new Stock(10, 2, 0, 0));
        grant(1, new Stock(10, 2, 0, 0), 15, 0);
        look(4, new Stock(13, 2, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(4), minutes(3));
        look(6, new Stock(15, 0, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(4), minutes(3), minutes(5));
    }

    @Test
    void whatIsCancelledOrLostIsNotMeasured() {
        Stock ten = new Stock(10, 0, 0, 0);
        grant(0, ten, 14, 0);
        look(1, new Stock(10, 4, 0, 0));
        grant(1, new Stock(10, 4, 0, 0), 8, 0);
        look(2, new Stock(8, 0, 0, 0));
        assertThat(times).isEqualTo(LeadTimes.NONE);
        grant(2, new Stock(8, 0, 0, 0), 11, 0);
        look(5, new Stock(8, 1, 0, 0));
        assertThat(times.tracks().get("vms").coming()).hasSize(1);
        look(6, new Stock(9, 0, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(4));
    }

    @Test
    void handingOutWarmUnitsIsNotALeadTimeAndReplacingThemIs() {
        Stock stock = new Stock(10, 0, 3, 0);
        grant(0, stock, 12, 1);
        look(1, new Stock(12, 0, 1, 0));
        assertThat(measured(Resource.COMPUTE)).isEmpty();
        grant(1, new Stock(12, 0, 1, 0), 12, 3);
        look(2, new Stock(12, 0, 1, 2));
        look(6, new Stock(12, 0, 3, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(5));
    }

    @Test
    void unitsOfUnknownAgeAreNotMeasured() {
        look(0, new Stock(10, 5, 0, 0));
        look(1, new Stock(15, 0, 0, 0));
        assertThat(times).isEqualTo(LeadTimes.NONE);
    }

    @Test
    void unitsThatOthersAskedForWereAskedForAtTheLastLook() {
        grant(0, new Stock(10, 0, 0, 0), 11, 0);
        look(1, new Stock(10, 1, 0, 0));
        look(2, new Stock(10, 4, 0, 0));
        look(7, new Stock(14, 0, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(7), minutes(6));
    }

    @Test
    void anUnknownOutcomeThatIsSeenToHaveHappenedIsMeasuredFromAsking() {
        Stock ten = new Stock(10, 0, 0, 0);
        look(0, ten);
        times = times.granted(List.of(new Outcome.Unknown(VMS, "time-out")), fleet(VMS, ten), minute(0));
        look(1, new Stock(10, 3, 0, 0));
        look(4, new Stock(13, 0, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(minutes(4));
        times = times.granted(
                List.of(new Outcome.Unknown(VMS, "time-out"), new Outcome.Rejected(LINKS, "shortage")),
                fleet(VMS, ten),
                minute(5));
        look(6, ten);
        assertThat(times.tracks()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackMeasuresZero() {
        grant(10, new Stock(10, 0, 0, 0), 11, 0);
        look(3, new Stock(11, 0, 0, 0));
        assertThat(measured(Resource.COMPUTE)).containsExactly(0L);
    }

    @Test
    void theLastMeasurementsAreKept() {
        for (int i = 0; i < LeadTimes.WINDOW + 10; i++) {
            Stock before = new Stock(i, 0, 0, 0);
            grant(100 * i, before, i + 1, 0);
            look(100 * i + 1 + i, new Stock(i + 1, 0, 0, 0));
        }
        assertThat(measured(Resource.COMPUTE))
                .hasSize(LeadTimes.WINDOW)
                .startsWith(minutes(11))
                .endsWith(minutes(LeadTimes.WINDOW + 10));
    }

    @Test
    void theConfiguredLeadTimeHoldsUntilEnoughWasMeasured() {
        assertThat(times.leads(NOON, RULE).of(EU, Resource.COMPUTE)).isEqualTo(Duration.ofMinutes(5));
        for (int i = 0; i < Leads.FEWEST; i++) {
            assertThat(times.leads(minute(10 * i), RULE).of(EU, Resource.COMPUTE))
                    .isEqualTo(Duration.ofMinutes(5));
            grant(10 * i, new Stock(i, 0, 0, 0), i + 1, 0);
            look(10 * i + 2, new Stock(i + 1, 0, 0, 0));
        }
        Leads leads = times.leads(minute(100), RULE);
        assertThat(leads.of(EU, Resource.COMPUTE)).isEqualTo(Duration.ofMinutes(2));
        assertThat(leads.of(LINK, Resource.COMPUTE)).isEqualTo(Duration.ofMinutes(2));
        assertThat(leads.of(Region.of("us"), Resource.COMPUTE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(leads.of(EU, Resource.BANDWIDTH)).isEqualTo(Duration.ofMinutes(5));
        assertThat(leads.longest()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aLinkIsMeasuredWithTheRegionThatSourcesIt() {
        times = times.granted(
                List.of(new Outcome.Accepted(LINKS, 2, 0)), fleet(LINKS, new Stock(1, 0, 0, 0)), minute(0));
        times = times.observed(fleet(LINKS, new Stock(2, 0, 0, 0)), minute(8));
        Leads leads = times.leads(minute(8), RULE);
        assertThat(leads.of(LINK, Resource.BANDWIDTH)).isEqualTo(Duration.ofMinutes(8));
        assertThat(leads.of(EU, Resource.BANDWIDTH)).isEqualTo(Duration.ofMinutes(8));
        assertThat(leads.longest()).isEqualTo(Duration.ofMinutes(8));
    }

    @Test
    void unitsThatStayAwayLengthenTheLeadTimeUpToTheLongest() {
        grant(0, new Stock(10, 0, 0, 0), 14, 0);
        look(1, new Stock(10, 4, 0, 0));
        assertThat(times.leads(minute(3), RULE).of(EU, Resource.COMPUTE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(times.leads(minute(12), RULE).of(EU, Resource.COMPUTE)).isEqualTo(Duration.ofMinutes(12));
        assertThat(times.leads(minute(500), RULE).of(EU, Resource.COMPUTE)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void withoutWaitingOnesTheQuantileIsAnOrderStatistic() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            int n = 1 + random.nextInt(LeadTimes.WINDOW);
            List<Long> arrived = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                arrived.add((long) random.nextInt(40));
            }
            double q = (1 + random.nextInt(99)) / 100.0;
            List<Long> sorted = new ArrayList<>(arrived);
            Collections.sort(sorted);
            int rank = (int) Math.ceil(n * q - 1e-9);
            assertThat(Leads.quantile(arrived, List.of(), q)).isEqualTo(sorted.get(rank - 1));
        }
    }

    @Test
    void waitingOnesLendTheirWeightToThoseThatTookLonger() {
        // Four arrived after 1, 2, 3, 10; one has waited 5: 1/5 to each of 1, 2, 3, and 2/5 to 10.
        List<Long> arrived = List.of(10L, 3L, 1L, 2L);
        assertThat(Leads.quantile(arrived, List.of(5L), 0.6)).isEqualTo(3);
        assertThat(Leads.quantile(arrived, List.of(5L), 0.61)).isEqualTo(10);
        assertThat(Leads.quantile(arrived, List.of(20L), 0.8)).isEqualTo(10);
        assertThat(Leads.quantile(arrived, List.of(20L), 0.81)).isEqualTo(20);
        assertThat(Leads.quantile(List.of(), List.of(4L, 7L), 0.1)).isEqualTo(7);
        // Requests that were just made change nothing.
        assertThat(Leads.quantile(arrived, List.of(0L, 0L, 0L), 0.75)).isEqualTo(3);
    }

    /** Units with random lead times, seen every minute: the estimate covers the share it should. */
    @Test
    void theQuantileCoversItsShareOfLaterRequests() {
        Random random = new Random(2);
        int usable = 10;
        List<int[]> coming = new ArrayList<>();
        List<Integer> takes = new ArrayList<>();
        int covered = 0;
        int counted = 0;
        for (int minute = 0; minute < 20_000; minute++) {
            int now = minute;
            for (int[] request : List.copyOf(coming)) {
                // In the order of asking, as the measurement takes it.
                if (request == coming.get(0) && now - request[0] >= request[1]) {
                    takes.add(now - request[0]);
                    coming.remove(0);
                    usable++;
                }
            }
            Stock stock = new Stock(usable, coming.size(), 0, 0);
            look(minute, stock);
            if (minute % 20 == 0) {
                Duration lead = times.leads(minute(minute), RULE).of(EU, Resource.COMPUTE);
                int takesNow = 3 + random.nextInt(10);
                coming.add(new int[] {minute, takesNow});
                grant(minute, stock, usable + coming.size(), 0);
                counted += minute > 2_000 ? 1 : 0;
                covered += minute > 2_000 && takesNow <= lead.toMinutes() ? 1 : 0;
            }
        }
        assertThat(takes).hasSizeGreaterThan(900);
        // 900 requests: two standard deviations are 0.02, and the grid of ten values adds up to 0.1.
        assertThat((double) covered / counted).isBetween(0.86, 1.0);
    }

    @Test
    void argumentsOutsideTheirRangesAreRefused() {
        Duration minute = Duration.ofMinutes(1);
        assertThatThrownBy(() -> LeadRule.of(minute.negated()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("configured lead time");
        assertThatThrownBy(() -> new LeadRule(minute, Duration.ZERO, 0.9)).hasMessageContaining("longest");
        assertThatThrownBy(() -> new LeadRule(minute, minute, 1)).hasMessageContaining("quantile");
        assertThatThrownBy(() -> new BootTrack.Asked(java.util.Optional.empty(), 0))
                .hasMessageContaining("asked");
        assertThatThrownBy(() -> new BootTrack(List.of(), NOON, -1, List.of())).hasMessageContaining("usable");
    }
}
