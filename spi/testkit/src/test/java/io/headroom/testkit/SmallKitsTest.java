package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.CostModel;
import io.headroom.spi.DemandModel;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.PriceSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The kits of calendars, costs and demands. */
class SmallKitsTest {
    private static final Flow ONE = Flow.of("eu-west", "us-east", "api");
    private static final Flow TWO = Flow.of("us-east", "ap-south", "sync");
    private static final Resources UNIT = Resources.compute(1);
    private static final FlowDemand DEMAND = FlowDemand.perTransaction(UNIT, UNIT, Resources.bandwidth(1));

    interface CalendarMaker extends Function<List<CalendarEvent>, EventCalendar> {}

    static class CalendarSubject extends EventCalendarContract {
        @Override
        protected EventCalendar create(List<CalendarEvent> events) {
            return KitRun.subject(CalendarMaker.class).apply(events);
        }
    }

    static class CostSubject extends CostModelContract {
        @Override
        protected CostModel create() {
            return KitRun.subject(CostModel.class);
        }

        @Override
        protected List<NodeGroup> groups() {
            return Stream.of("one", "two")
                    .map(name -> new NodeGroup(name, Region.of("eu-west"), NodeGroup.Kind.VM, UNIT))
                    .toList();
        }
    }

    static class DemandSubject extends DemandModelContract {
        @Override
        protected DemandModel create() {
            return KitRun.subject(DemandModel.class);
        }

        @Override
        protected List<Flow> flows() {
            return List.of(ONE, TWO);
        }
    }

    private static BrokenDouble calendar(String clause, String fault, CalendarMaker maker) {
        return new BrokenDouble(clause, fault, maker);
    }

    @TestFactory
    Stream<DynamicTest> calendars() {
        CalendarMaker good = EventCalendar::of;
        return BrokenDouble.tests(
                CalendarSubject.class,
                good,
                List.of(
                        calendar(
                                "E1",
                                "only events that start in the span are found",
                                events -> (from, to) -> events.stream()
                                        .filter(e -> !e.start().isBefore(from)
                                                && e.start().isBefore(to))
                                        .toList()),
                        calendar("E2", "an event is returned twice", events -> (from, to) -> {
                            List<CalendarEvent> found =
                                    new ArrayList<>(EventCalendar.of(events).events(from, to));
                            found.addAll(found.isEmpty() ? List.of() : found.subList(0, 1));
                            return found;
                        }),
                        calendar("E3", "a span that was asked for is empty later", SmallKitsTest::forgetful)));
    }

    private static EventCalendar forgetful(List<CalendarEvent> events) {
        Set<List<Instant>> asked = new HashSet<>();
        return (from, to) -> {
            synchronized (asked) {
                boolean fresh = asked.add(List.of(from, to));
                return fresh ? EventCalendar.of(events).events(from, to) : List.of();
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> costs() {
        AtomicInteger calls = new AtomicInteger();
        CostModel missing = group -> group.name().equals("two") ? Double.NaN : 1;
        CostModel rising = group -> calls.incrementAndGet();
        CostModel another = new CostModel() {
            @Override
            public double unitHour(NodeGroup group) {
                return 1;
            }

            @Override
            public PriceSchedule prices(NodeGroup group) {
                return PriceSchedule.flat(2);
            }
        };
        return BrokenDouble.tests(
                CostSubject.class,
                CostModel.flat(0.25),
                List.of(
                        new BrokenDouble("C1", "a group has no price", missing),
                        new BrokenDouble("C2", "the price rises with each call", rising),
                        new BrokenDouble("C3", "the prices over time are another list's", another)));
    }

    @TestFactory
    Stream<DynamicTest> demands() {
        AtomicInteger calls = new AtomicInteger();
        DemandModel good = DemandModel.uniform(DEMAND);
        DemandModel baseless = new DemandModel() {
            @Override
            public FlowDemand demand(Flow flow) {
                return DEMAND;
            }

            @Override
            @SuppressWarnings("NullAway")
            public Resources base(Location location) {
                return location.equals(TWO.pair()) ? null : UNIT;
            }
        };
        DemandModel rising = flow -> DEMAND.perByte(Resources.compute(calls.incrementAndGet()), UNIT, UNIT);
        return BrokenDouble.tests(
                DemandSubject.class,
                good,
                List.of(
                        new BrokenDouble("D1", "a link has no base", baseless),
                        new BrokenDouble("D2", "the demand rises with each call", rising)));
    }
}
