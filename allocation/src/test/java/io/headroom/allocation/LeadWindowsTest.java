package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.MINUTES;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.certain;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.Location;
import io.headroom.core.PredictionData;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Window;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadWindowsTest {
    private static final List<Location> PLACES = List.of(EU, US, LINK);
    private static final AllocationPolicy POLICY = AllocationPolicy.builder()
            .leadTime(Duration.ofMinutes(2))
            .place(Fixtures.fours())
            .build();
    private static final ResourceDeltaCalculator CALCULATOR = new ResourceDeltaCalculator(DemandModel.uniform(
            FlowDemand.perTransaction(new Resources(1, 10, 0), Resources.compute(1), Resources.bandwidth(1))));
    private static final SizingPlan PLAN = SizingPlan.uniform(new Sizing(0.9, 1));
    private static final List<PredictionData> RATES = List.of(certain(LINK, NOON, 1, 2, 3, 4, 5, 6));

    private static LeadWindows windows(Map<Location, Map<Resource, Duration>> leads) {
        return new LeadWindows(POLICY, MINUTES, NOON, leads);
    }

    private static ResourceDeltaCalculator.Outlook outlook(LeadWindows windows) {
        return CALCULATOR.outlook(RATES, windows::of, PLAN, Places.of(PLACES), Crew.ALONE);
    }

    @Test
    void withoutMeasurementsThereIsOneWindow() {
        LeadWindows windows = windows(Map.of());
        assertThat(windows.standard()).isEqualTo(Window.of(2, 1));
        assertThat(windows.horizon()).isEqualTo(3);
        ResourceDeltaCalculator.Outlook outlook = outlook(windows);
        assertThat(outlook.later()).isEqualTo(CALCULATOR.required(RATES, Window.of(2, 1), PLAN));
        assertThat(outlook.sooner()).isEqualTo(CALCULATOR.requiredUntil(RATES, 2, PLAN));
    }

    @Test
    void eachResourceIsForecastForItsOwnLeadTime() {
        LeadWindows windows = windows(Map.of(
                EU, Map.of(Resource.COMPUTE, Duration.ofMinutes(5)),
                LINK, Map.of(Resource.BANDWIDTH, Duration.ZERO)));
        assertThat(windows.horizon()).isEqualTo(6);
        ResourceDeltaCalculator.Outlook outlook = outlook(windows);
        assertThat(outlook.later())
                .containsEntry(EU, new Resources(6, 30, 0))
                .containsEntry(US, new Resources(3, 0, 0))
                .containsEntry(LINK, Resources.bandwidth(1));
        assertThat(outlook.sooner())
                .containsEntry(EU, new Resources(5, 20, 0))
                .containsEntry(US, new Resources(2, 0, 0))
                .containsEntry(LINK, Resources.NONE);
    }

    @Test
    void forecastsReachAtLeastAsFarAsThePolicyLooks() {
        Map<Resource, Duration> all = Map.of(
                Resource.COMPUTE, Duration.ZERO, Resource.STORAGE, Duration.ZERO, Resource.BANDWIDTH, Duration.ZERO);
        assertThat(windows(Map.of(EU, all, US, all, LINK, all)).horizon()).isEqualTo(3);
    }
}
