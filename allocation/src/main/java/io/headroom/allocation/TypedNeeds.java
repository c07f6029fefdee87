package io.headroom.allocation;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.Telemetry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Needs where the policy makes a difference between transaction types. Types of one sizing are summed as joint distributions, the
 * requirements of several sizings are added. Each priority's need is that of its types by themselves. What a location needs without any
 * traffic counts once, as the pool is sized, for the first priority. A pure function of its arguments; immutable. Cost: one outlook for each
 * sizing, and for each sizing of each priority.
 */
final class TypedNeeds {
    private static final FlowDemand NOTHING = FlowDemand.perTransaction(Resources.NONE, Resources.NONE, Resources.NONE);

    private final DemandModel demandModel;
    private final AllocationPolicy policy;
    private final Set<Optional<Sizing>> sizings = new LinkedHashSet<>();
    private final Set<Priority> priorities = EnumSet.of(TypePolicy.STANDARD.priority());

    /** Calculates an outlook for a demand and a plan. */
    interface Outlooks extends BiFunction<ResourceDeltaCalculator, SizingPlan, ResourceDeltaCalculator.Outlook> {}

    TypedNeeds(DemandModel demandModel, AllocationPolicy policy) {
        this.demandModel = demandModel;
        this.policy = policy;
        sizings.add(TypePolicy.STANDARD.sizing());
        policy.types().values().forEach(type -> {
            sizings.add(type.sizing());
            priorities.add(type.priority());
        });
    }

    /** Whether the policy makes any difference. */
    boolean differ() {
        return sizings.size() > 1 || priorities.size() > 1;
    }

    /** Needs of all types together, with the differences made. */
    Map<Location, Map<Resource, Need>> refine(
            Map<Location, Map<Resource, Need>> needs,
            Outlooks outlooks,
            Function<DemandModel, Map<Location, Resources>> actual) {
        Sums all = sizings.size() > 1 ? sums(outlooks, type -> true, true) : new Sums(List.of());
        Map<Priority, Sums> classes = new EnumMap<>(Priority.class);
        Map<Priority, Map<Location, Resources>> measured = new EnumMap<>(Priority.class);
        if (priorities.size() > 1) {
            for (Priority priority : priorities) {
                Predicate<TransactionType> own = type -> policy.type(type).priority() == priority;
                boolean first = priority == TypePolicy.STANDARD.priority();
                classes.put(priority, sums(outlooks, own, first));
                measured.put(priority, actual.apply(masked(own, first)));
            }
        }
        Map<Location, Map<Resource, Need>> refined = new TreeMap<>(Location.ORDER);
        needs.forEach((location, byResource) -> {
            Map<Resource, Need> here = new EnumMap<>(Resource.class);
            byResource.forEach(
                    (resource, need) -> here.put(resource, refine(need, location, resource, all, classes, measured)));
            refined.put(location, here);
        });
        return refined;
    }

    private static Need refine(
            Need need,
            Location location,
            Resource resource,
            Sums all,
            Map<Priority, Sums> classes,
            Map<Priority, Map<Location, Resources>> measured) {
        Map<Priority, Double> byPriority = new EnumMap<>(Priority.class);
        classes.forEach((priority, sums) -> byPriority.put(
                priority,
                Math.max(
                        sums.later(location, resource),
                        measured.getOrDefault(priority, Map.of())
                                .getOrDefault(location, Resources.NONE)
                                .get(resource))));
        boolean sized = all.any() && need.forecast().isPresent();
        return new Need(
                        sized ? OptionalDouble.of(all.later(location, resource)) : need.forecast(),
                        sized ? all.sooner(location, resource) : need.untilLead(),
                        need.actual(),
                        byPriority)
                .withLeadTime(need.leadTime());
    }

    /** What measured rates of the flows of a model ask for; measured utilisation can't be told apart by type. */
    Map<Location, Resources> actual(
            DemandModel model, Optional<Telemetry> seen, TimeGrid grid, FleetObservation fleet) {
        return seen.map(t -> new Telemetry(t.completeUntil(), t.rates(), List.of()))
                .map(rates -> new ActualDemand(model, policy).required(rates, grid, fleet))
                .orElse(Map.of());
    }

    private Sums sums(Outlooks outlooks, Predicate<TransactionType> types, boolean base) {
        List<ResourceDeltaCalculator.Outlook> parts = new ArrayList<>();
        for (Optional<Sizing> sizing : sizings) {
            Predicate<TransactionType> own =
                    type -> types.test(type) && policy.type(type).sizing().equals(sizing);
            SizingPlan plan = sizing.map(SizingPlan::uniform).orElseGet(policy::sizing);
            DemandModel model = masked(own, base && sizing.isEmpty());
            parts.add(outlooks.apply(new ResourceDeltaCalculator(model), plan));
        }
        return new Sums(parts);
    }

    private DemandModel masked(Predicate<TransactionType> types, boolean base) {
        return new DemandModel() {
            @Override
            public FlowDemand demand(Flow flow) {
                return types.test(flow.type()) ? demandModel.demand(flow) : NOTHING;
            }

            @Override
            public Resources base(Location location) {
                return base ? demandModel.base(location) : Resources.NONE;
            }
        };
    }

    /** Outlooks that are added. */
    private record Sums(List<ResourceDeltaCalculator.Outlook> parts) {
        boolean any() {
            return !parts.isEmpty();
        }

        double later(Location location, Resource resource) {
            return sum(part -> part.later().getOrDefault(location, Resources.NONE), resource);
        }

        double sooner(Location location, Resource resource) {
            return sum(part -> part.sooner().getOrDefault(location, Resources.NONE), resource);
        }

        private double sum(Function<ResourceDeltaCalculator.Outlook, Resources> side, Resource resource) {
            double sum = 0;
            for (ResourceDeltaCalculator.Outlook part : parts) {
                sum += side.apply(part).get(resource);
            }
            return Math.min(sum, Double.MAX_VALUE);
        }
    }
}
