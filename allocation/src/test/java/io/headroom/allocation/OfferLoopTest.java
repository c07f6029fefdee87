package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.cost.Cut;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The allocator with offers, from cycle to cycle. */
class OfferLoopTest {
    private static final NodeGroup QUADS = group("quads", EU, Resources.compute(4));

    private final World world = new World();
    private final List<Purchase> cuts = new ArrayList<>();
    private AllocationPolicy policy = policy(Spending.FREE);
    private final Allocator allocator = world.allocator()
            .policies(() -> policy)
            .listener(new AllocatorListener() {
                @Override
                public void onCycle(CycleReport report) {
                    assertThat(report.problems()).isEmpty();
                }

                @Override
                public void onFloorCut(Instant at, Purchase purchase) {
                    cuts.add(purchase);
                }
            })
            .build();

    private static AllocationPolicy policy(Spending spending) {
        return AllocationPolicy.builder()
                .place(Offer.builder(World.ONES, 1).build())
                .place(Offer.builder(QUADS, 2).build())
                .place(World.IDLE)
                .spending(spending)
                .build();
    }

    private Decision cycle() {
        CycleReport report = allocator.runOnce();
        world.advance(Duration.ofMinutes(1));
        return report.decision().orElseThrow();
    }

    @Test
    void aCheaperMixIsBootedBeforeTheDearOneGoes() {
        world.forecasts.put(LINK, 12.0);
        assertThat(Fixtures.targets(cycle())).containsEntry("quads", "3+0").doesNotContainKey("ones");
        assertThat(Fixtures.targets(cycle())).isEqualTo(java.util.Map.of("ones", "0+0"));
        assertThat(cycle().changes()).isFalse();
    }

    @Test
    void aFloorThatTheCapForbidsIsToldOnce() {
        policy = policy(Spending.FREE.withCap(4));
        world.forecasts.put(LINK, 12.0);
        assertThat(cycle().explain()).contains("% of ACTUAL given up").contains("cap 4.000");
        cycle();
        assertThat(cuts).hasSize(1);
        assertThat(cuts.get(0).cuts()).extracting(Cut::part).contains(Cut.Part.ACTUAL);
        assertThat(cuts.get(0).perHour()).isLessThanOrEqualTo(4);
        policy = policy(Spending.FREE);
        cycle();
        policy = policy(Spending.FREE.withCap(3));
        cycle();
        assertThat(cuts).hasSize(2);
    }
}
