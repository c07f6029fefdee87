package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.fours;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.plan.LeadTimes;
import io.headroom.allocation.rules.MeasuredLeads;
import io.headroom.core.Resource;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadWatchTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final AllocationPolicy POLICY =
            AllocationPolicy.builder().place(fours()).build();

    private static LeadWatch watch(AllocationPolicy policy, Duration most, Duration measured) {
        List<Long> times = Collections.nCopies(8, measured.toMillis());
        LeadTimes before = new LeadTimes(Map.of("eu/COMPUTE", times, "eu/BANDWIDTH", times), Map.of());
        return LeadWatch.of(before, fleet(fours(), 3), NOON, policy, Places.of(List.of(EU, US, LINK)), most);
    }

    private static Optional<Duration> lead(Duration measured) {
        return Optional.ofNullable(watch(POLICY, DAY, measured).at(EU).get(Resource.COMPUTE));
    }

    @Test
    void aLeadTimeThatMayBeThePolicysIsThePolicys() {
        assertThat(lead(Duration.ofMinutes(5))).isEmpty();
        assertThat(lead(Duration.ofMinutes(6).minusMillis(1))).isEmpty();
        assertThat(lead(Duration.ofMinutes(6))).contains(Duration.ofMinutes(6));
        assertThat(lead(Duration.ofMinutes(5).minusMillis(1)))
                .contains(Duration.ofMinutes(5).minusMillis(1));
    }

    @Test
    void eachRegionAndResourceHasItsOwnAndALinkThatOfItsSource() {
        LeadWatch watch = watch(POLICY, DAY, Duration.ofMinutes(9));
        assertThat(watch.leadTimes())
                .isEqualTo(Map.of(
                        EU,
                        Map.of(Resource.COMPUTE, Duration.ofMinutes(9), Resource.BANDWIDTH, Duration.ofMinutes(9)),
                        LINK,
                        Map.of(Resource.COMPUTE, Duration.ofMinutes(9), Resource.BANDWIDTH, Duration.ofMinutes(9))));
        assertThat(watch.longest(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(9));
        assertThat(watch.longest(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void noLeadTimeIsBelievedBeyondItsBounds() {
        assertThat(lead(DAY)).contains(Duration.ofMinutes(20));
        assertThat(Optional.ofNullable(
                        watch(POLICY, Duration.ofMinutes(12), DAY).at(EU).get(Resource.COMPUTE)))
                .as("lead time and interval together")
                .contains(Duration.ofMinutes(11));
    }

    @Test
    void aPolicyMayKeepToItsLeadTime() {
        AllocationPolicy fixed = AllocationPolicy.builder()
                .measuredLeads(MeasuredLeads.NONE)
                .place(fours())
                .build();
        assertThat(watch(fixed, DAY, DAY)).isEqualTo(LeadWatch.NOTHING);
        assertThat(fixed).isNotEqualTo(POLICY);
    }
}
