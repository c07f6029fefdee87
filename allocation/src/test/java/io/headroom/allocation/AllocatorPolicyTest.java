package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FLOW;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.World.IDLE;
import static io.headroom.allocation.World.ONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Period;
import io.headroom.allocation.rules.Priority;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.TransactionType;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A policy at work: read once a cycle, refused as a whole, remembered for, heeded in the calendar. */
class AllocatorPolicyTest {
    private final World world = new World();
    private final List<PolicyEvent> events = new ArrayList<>();
    private final AllocatorListener listener = new AllocatorListener() {
        @Override
        public void onCycle(CycleReport report) {}

        @Override
        public void onPolicy(PolicyEvent event) {
            events.add(event);
        }
    };

    private static AllocationPolicy policy(ResourcePolicyBuilder rules) {
        return Fixtures.policy(rules, ONES, IDLE);
    }

    private static ResourcePolicyBuilder plain() {
        return ResourcePolicy.builder();
    }

    private Allocator allocator(Supplier<AllocationPolicy> source) {
        return world.allocator().policies(source).listener(listener).build();
    }

    private CycleReport cycle(Allocator allocator) {
        world.advance(Duration.ofMinutes(1));
        return allocator.runOnce();
    }

    @Test
    void anEditedPolicyHoldsFromTheNextCycleOn() {
        AllocationPolicy first = policy(plain());
        AllocationPolicy second = policy(plain().minimum(14));
        AtomicReference<AllocationPolicy> source = new AtomicReference<>(first);
        Allocator allocator = allocator(source::get);
        cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(10);
        assertThat(events).isEmpty();
        source.set(second);
        cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(14);
        assertThat(events).containsExactly(new PolicyEvent.Changed(NOON.plusSeconds(120), first, second));
        cycle(allocator);
        assertThat(events).hasSize(1);
    }

    @Test
    void aBadPolicyIsRefusedAsAWholeAndToldOnce() {
        AllocationPolicy first = policy(plain().minimum(12));
        AllocationPolicy strange = AllocationPolicy.builder()
                .standard(plain().minimum(20).build())
                .place(IDLE)
                .build();
        AllocationPolicy long2000 = AllocationPolicy.builder()
                .leadTime(Duration.ofDays(30))
                .place(ONES)
                .build();
        AtomicReference<Supplier<AllocationPolicy>> source = new AtomicReference<>(() -> first);
        Allocator allocator = world.allocator()
                .regions(EU)
                .policies(() -> source.get().get())
                .listener(listener)
                .build();
        for (Supplier<AllocationPolicy> bad : List.<Supplier<AllocationPolicy>>of(
                () -> {
                    throw new IllegalArgumentException("standard.minimum 'many' must be a number");
                },
                () -> strange,
                () -> long2000,
                () -> null)) {
            events.clear();
            source.set(bad);
            CycleReport report = cycle(allocator);
            cycle(allocator);
            assertThat(report.problems()).anyMatch(p -> p.step().equals("policy"));
            assertThat(world.allocated(ONES)).as("the old one stays").isEqualTo(12);
            assertThat(events).hasSize(1);
            assertThat(((PolicyEvent.Refused) events.get(0)).problem().message())
                    .isNotBlank();
        }
        source.set(() -> policy(plain().minimum(15)));
        cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(15);
    }

    @Test
    void theFirstPolicyHasToBeGood() {
        assertThatThrownBy(() -> world.allocator().policies(() -> null).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allocator without policy");
        assertThatThrownBy(() -> world.allocator().regions(Region.of("mars")).build())
                .hasMessageContaining("region 'mars'");
    }

    @Test
    void shadowDecidesAndRemembersAndChangesNothing() {
        AllocationPolicy shadow = AllocationPolicy.builder()
                .standard(plain().down(Pace.FREE.withStabilisation(Duration.ofMinutes(10)))
                        .build())
                .place(ONES)
                .place(IDLE)
                .shadow(true)
                .build();
        world.forecasts.put(LINK, 14.0);
        Allocator allocator = allocator(() -> shadow);
        CycleReport report = cycle(allocator);
        assertThat(report.status()).isEqualTo(CycleReport.Status.SHADOW);
        assertThat(report.decision().get().targets()).isNotEmpty();
        assertThat(report.outcomes()).isEmpty();
        assertThat(world.applied).isEmpty();
        assertThat(world.state().pending()).isEmpty();
        assertThat(world.state().history().recent(EU, Resource.COMPUTE).peaks()).hasSize(1);
        assertThat(world.state().observedUntil()).isPresent();
    }

    @Test
    void whatRulesLookBackAtIsRememberedAcrossAllocators() {
        AllocationPolicy policy = policy(plain().down(Pace.FREE.withStabilisation(Duration.ofMinutes(5))));
        world.forecasts.put(LINK, 10.0);
        cycle(allocator(() -> policy));
        world.forecasts.put(LINK, 4.0);
        world.rates.put(FLOW, 0.0);
        for (int minute = 0; minute < 4; minute++) {
            cycle(allocator(() -> policy));
            assertThat(world.allocated(ONES)).as("minute %s", minute).isEqualTo(10);
        }
        cycle(allocator(() -> policy));
        assertThat(world.allocated(ONES)).isEqualTo(4);
    }

    @Test
    void aFallbackWaitsForItsThreshold() {
        AllocationPolicy policy = policy(plain().outage(new OutagePolicy(OutagePolicy.Behaviour.STATIC, 13, 3)));
        Allocator allocator = allocator(() -> policy);
        world.failures.put("rates", new IllegalStateException("down"));
        cycle(allocator);
        cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(10);
        cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(13);
        assertThat(world.state().history().failures()).isEqualTo(3);
        world.failures.clear();
        cycle(allocator);
        assertThat(world.state().history().failures()).isZero();
    }

    @Test
    void eventsOfTheCalendarAreHeededAndALastAnswerStands() {
        AllocationPolicy policy = policy(
                plain().events(List.of(EventRule.floor("sale", 16).around(Duration.ofMinutes(4), Duration.ZERO))));
        CalendarEvent sale = new CalendarEvent(
                "sale",
                NOON.plusSeconds(11 * 60),
                NOON.plusSeconds(20 * 60),
                EventScope.of(EU),
                new EventEffect.Learned());
        AtomicReference<EventCalendar> calendar = new AtomicReference<>(EventCalendar.of(List.of(sale)));
        Allocator allocator = world.allocator()
                .policy(policy)
                .calendar((from, to) -> calendar.get().events(from, to))
                .build();
        cycle(allocator);
        assertThat(world.allocated(ONES)).as("10 minutes before").isEqualTo(10);
        cycle(allocator);
        assertThat(world.allocated(ONES))
                .as("lead time, interval and margin before")
                .isEqualTo(16);
        calendar.set((from, to) -> {
            throw new IllegalStateException("calendar closed");
        });
        CycleReport report = cycle(allocator);
        assertThat(report.problems()).anyMatch(p -> p.step().equals("events"));
        assertThat(world.allocated(ONES)).isEqualTo(16);
        calendar.set(EventCalendar.none());
        cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(10);
    }

    @Test
    void schedulesChangeHowForecastsAndMeasuredRatesAreSized() {
        Period later = new Period(NOON.plusSeconds(120), NOON.plusSeconds(600));
        AllocationPolicy policy = policy(plain().schedule("sale", later, plain().targetUtilisation(0.5)));
        Allocator allocator = allocator(() -> policy);
        cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(10);
        CycleReport report = cycle(allocator);
        assertThat(world.allocated(ONES)).isEqualTo(20);
        assertThat(report.decision().get().resources().get(0).need().actual()).isEqualTo(20);
    }

    @Test
    void typesHaveSharesByTheirPriority() {
        AllocationPolicy policy = AllocationPolicy.builder()
                .standard(plain().maximum(8).build())
                .type(Fixtures.API, TypePolicy.of(Priority.BACKGROUND))
                .type(TransactionType.of("peering"), TypePolicy.of(Priority.INTERACTIVE))
                .place(ONES)
                .place(IDLE)
                .build();
        CycleReport report = cycle(allocator(() -> policy));
        ResourceDecision eu = report.decision().get().resources().get(0);
        assertThat(eu.need().byPriority()).isEqualTo(Map.of(Priority.INTERACTIVE, 0.0, Priority.BACKGROUND, 10.0));
        assertThat(eu.target()).isEqualTo(8);
        assertThat(eu.shares()).isEqualTo(Map.of(Priority.INTERACTIVE, 0.0, Priority.BACKGROUND, 8.0));
    }
}
