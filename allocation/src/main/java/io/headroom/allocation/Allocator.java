package io.headroom.allocation;

import io.headroom.core.Checks;
import io.headroom.core.NodeGroup;
import io.headroom.core.TimeGrid;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.Fence;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.Provisioner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dynamic resource allocator: a loop of predictions, delta, threshold, provision or deprovision, monitor actual rates, update the model,
 * sleep. The ring is cut after the sleep, so that each decision rests on the newest actual rates: a cycle monitors and updates first, then
 * predicts, takes deltas, decides, provisions and remembers.
 *
 * <p>{@link #runOnce} is one cycle on the caller's thread; {@link #start} runs cycles on a thread of its own until {@link #close};
 * {@link #preview} decides and changes nothing. What adapters throw is contained: a cycle always ends with a report. Before anything is
 * applied the intent is saved with compare-and-save; an allocator that loses that race has been replaced and changes nothing any more. If
 * the state is gone, it starts afresh.
 *
 * <p>The policy is read once a cycle, see {@link AllocatorBuilder#policies}: editing it is atomic, and a bad one is refused as a whole.
 *
 * <p>Thread-safe: cycles exclude each other.
 */
public final class Allocator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);

    private final String name;
    private final Provisioner provisioner;
    private final StateKeeper keeper;
    private final InstantSource clock;
    private final Duration callTimeout;
    private final Duration catchUp;
    private final List<AllocatorListener> listeners;
    private final PolicyReader policies;
    private final EventCalendar calendar;
    private final TimeGrid grid;
    private final CycleThread thread;
    private final SpikeWatch watch = new SpikeWatch();
    private long epoch;
    private boolean replaced;
    private boolean cutting;
    private Set<String> lasting = Set.of();
    private List<CalendarEvent> lastEvents = List.of();

    Allocator(AllocatorBuilder b) {
        this.name = b.name;
        this.provisioner = AllocatorBuilder.required(b.provisioner, "provisioner");
        this.keeper = new StateKeeper(b.stateStore, b.name);
        this.clock = b.clock;
        this.callTimeout = b.callTimeout;
        this.catchUp = b.catchUp;
        this.listeners = List.copyOf(b.listeners);
        this.policies = new PolicyReader(b);
        this.calendar = b.calendar;
        this.grid = AllocatorBuilder.required(b.predictions, "predictions").grid();
        this.thread = new CycleThread(
                name,
                () -> policies.inForce().policy().interval(),
                this::runOnce,
                () -> policies.inForce().policy().watch().poll(),
                () -> poll().isPresent());
    }

    /**
     * Starts an allocator.
     *
     * @return a builder
     */
    public static AllocatorBuilder builder() {
        return new AllocatorBuilder();
    }

    /**
     * Runs one cycle.
     *
     * @return what it did
     */
    public synchronized CycleReport runOnce() {
        return run(List.of());
    }

    /**
     * Looks at the newest telemetry, and runs a cycle at once if a resource needs what the last decision was not prepared for: more than
     * is there, or more than was planned by the margin of its {@link io.headroom.allocation.rules.SpikeRule}. A resource without a rule, stale
     * telemetry and a drop trigger nothing, and neither does anything within the cooldown of the policy's
     * {@link io.headroom.allocation.rules.Watch}. For a host that has fresh telemetry before the interval is over; the allocator's own
     * thread calls it if the policy says how often. A host that knows of a spike by other means calls {@link #runOnce}.
     *
     * @return what the cycle did; empty if none was run. What adapters throw is contained
     */
    public synchronized Optional<CycleReport> poll() {
        Instant now = clock.instant();
        PolicyInForce policy = policies.inForce();
        if (replaced || !watch.armed(policy.policy().watch().cooldown(), now)) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>();
        List<Spike> spikes = policy.observer()
                .measure(now, problems)
                .map(seen -> watch.spikes(seen, policy.policy().at(now), policy.owned()))
                .orElse(List.of());
        problems.forEach(problem -> LOG.debug("allocator {}: a look between cycles failed: {}", name, problem));
        if (spikes.isEmpty()) {
            return Optional.empty();
        }
        LOG.debug("allocator {}: unexpected {}", name, spikes);
        watch.triggered(now);
        return Optional.of(run(spikes));
    }

    private CycleReport run(List<Spike> spikes) {
        CycleReport report = cycle().triggeredBy(spikes);
        log(report);
        tell(listener -> listener.onCycle(report));
        report.decision().flatMap(Decision::purchase).ifPresent(purchase -> tellOfCut(report.at(), purchase));
        return report;
    }

    private void tellOfCut(Instant at, Purchase purchase) {
        if (purchase.cutsFloors() && !cutting) {
            LOG.warn("allocator {}: the spending cap forbids measured need: {}", name, purchase.cuts());
            tell(listener -> listener.onFloorCut(at, purchase));
        }
        cutting = purchase.cutsFloors();
    }

    private void tell(Consumer<AllocatorListener> news) {
        for (AllocatorListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("allocator {}: a listener failed", name, e);
            }
        }
    }

    /** The policy of this cycle: read once, and the same until its end. */
    private PolicyInForce policy(Instant now, List<Problem> problems) {
        policies.read(now, problems).ifPresent(event -> {
            LOG.info("allocator {}: policy {}", name, event instanceof PolicyEvent.Changed ? "changed" : "refused");
            tell(listener -> listener.onPolicy(event));
        });
        return policies.inForce();
    }

    /**
     * Decides as {@link #runOnce} would now, and changes nothing: neither capacity nor state. Actual rates are fed to the predictions.
     *
     * @return what would be done
     */
    public synchronized CycleReport preview() {
        Instant now = clock.instant();
        List<Problem> problems = new ArrayList<>();
        PolicyInForce policy = policy(now, problems);
        Optional<StateKeeper.Loaded> loaded = Problem.contain("state", problems, keeper::load);
        Optional<Observer.Observation> seen = loaded.flatMap(l -> observe(policy, now, l, problems));
        Optional<Decision> decision = seen.flatMap(o -> decide(policy, o, loaded.get(), problems));
        return decision.isPresent()
                ? report(now, CycleReport.Status.PREVIEW, seen.get(), decision.get(), List.of(), problems)
                : nothing(now, CycleReport.Status.FAILED, problems);
    }

    /**
     * Runs cycles at the policy's interval on a daemon thread; the first at once. A cycle that takes longer than the interval delays the next
     * one, none are made up for. If the policy says how often, it {@link #poll polls} in between; a cycle that a spike triggers begins the
     * interval anew.
     *
     * @throws IllegalStateException if it was started or closed before
     */
    public void start() {
        thread.start();
    }

    /**
     * Stops the thread after the cycle that is running, waiting for it at most as long as one adapter call may take. Pools stay as they
     * are. Does nothing if it was not started or is closed.
     */
    @Override
    public void close() {
        thread.close(callTimeout);
    }

    /** One step further back than what was fed, so that the last complete step, which floors the plan, is always among the answer. */
    private Instant since(AllocationState state, Instant now) {
        Instant from =
                state.observedUntil().filter(until -> !until.isAfter(now)).orElseGet(() -> now.minus(catchUp));
        return grid.start(grid.index(from) - 1);
    }

    private Optional<Observer.Observation> observe(
            PolicyInForce policy, Instant now, StateKeeper.Loaded loaded, List<Problem> problems) {
        AllocationState state = loaded.state();
        return policy.observer()
                .observe(now, since(state, now), state, problems)
                .map(seen -> seen.in(watch.marked(seen.situation(), seen.fedUntil(), policy.policy())));
    }

    /** If the calendar fails, its last answer stands: a floor must not fall because nobody could be asked. */
    private Optional<Decision> decide(
            PolicyInForce policy, Observer.Observation seen, StateKeeper.Loaded loaded, List<Problem> problems) {
        Instant now = seen.situation().now();
        Duration longestLead = seen.leads().longest(policy.policy().leadTime());
        lastEvents = Problem.contain("events", problems, () -> policy.events(calendar, now, longestLead))
                .orElse(lastEvents);
        Situation all = seen.situation().withEvents(lastEvents);
        PartnerMemory partners = loaded.state().partners();
        Situation situation = Problem.contain(
                        "partners", problems, () -> policy.balanced(all, seen.predictions(), partners))
                .orElse(all);
        return Problem.contain(
                "decision",
                problems,
                () -> policy.decide(situation, loaded.state().history()));
    }

    private CycleReport cycle() {
        Instant now = clock.instant();
        List<Problem> problems = new ArrayList<>();
        PolicyInForce policy = policy(now, problems);
        Optional<StateKeeper.Loaded> loaded = Problem.contain("state", problems, keeper::load);
        if (loaded.isEmpty()) {
            return nothing(now, CycleReport.Status.FAILED, problems);
        }
        replaced |=
                epoch > 0 && loaded.get().revision() > 0 && loaded.get().state().epoch() != epoch;
        if (replaced) {
            return nothing(now, CycleReport.Status.NOT_LEADER, problems);
        }
        Optional<Observer.Observation> seen = observe(policy, now, loaded.get(), problems);
        Optional<Decision> decision = seen.flatMap(o -> decide(policy, o, loaded.get(), problems));
        decision.ifPresent(made -> watch.decided(seen.get().situation()));
        return decision.isPresent()
                ? act(policy.policy(), now, loaded.get(), seen.get(), decision.get(), problems)
                : nothing(now, CycleReport.Status.FAILED, problems);
    }

    private CycleReport act(
            AllocationPolicy policy,
            Instant now,
            StateKeeper.Loaded loaded,
            Observer.Observation seen,
            Decision decision,
            List<Problem> problems) {
        long ownEpoch = epoch > 0 ? epoch : loaded.state().epoch() + 1;
        AllocationState fed = seen.fedUntil()
                .map(until -> loaded.state().observed(until, seen.usual()))
                .orElse(loaded.state())
                .withEpoch(ownEpoch)
                .withLeadTimes(seen.leads().times())
                .decided(decision, policy);
        // While it only looks, a change set of unknown outcome stays pending, with its key.
        AllocationState next =
                policy.shadow() ? fed : decision.changes() ? fed.intend(name, decision.targets()) : fed.settled();
        OptionalLong saved = save(next, loaded.revision(), problems);
        if (saved.isEmpty()) {
            CycleReport.Status status = replaced ? CycleReport.Status.NOT_LEADER : CycleReport.Status.FAILED;
            return report(now, status, seen, decision, List.of(), problems);
        }
        epoch = ownEpoch;
        if (policy.shadow() || !decision.changes()) {
            CycleReport.Status status = policy.shadow() ? CycleReport.Status.SHADOW : CycleReport.Status.UNCHANGED;
            return report(now, status, seen, decision, List.of(), problems);
        }
        List<Outcome> outcomes = apply(next, decision, problems);
        AllocationState after = next.after(outcomes, decision, seen.situation(), policy);
        save(after, saved.getAsLong(), problems);
        return report(now, CycleReport.Status.APPLIED, seen, decision, outcomes, problems);
    }

    /** Saves if nobody else did since the revision was loaded; empty if somebody did, or if it failed, with its problem added. */
    private OptionalLong save(AllocationState state, long expected, List<Problem> problems) {
        Optional<OptionalLong> saved = Problem.contain("state", problems, () -> keeper.save(state, expected));
        replaced |= saved.isPresent() && saved.get().isEmpty();
        return saved.orElse(OptionalLong.empty());
    }

    private List<Outcome> apply(AllocationState state, Decision decision, List<Problem> problems) {
        String key = state.pending().map(AllocationState.Pending::key).orElse(name);
        ChangeSet changes = new ChangeSet(key, decision.targets());
        Optional<List<Outcome>> outcomes = Problem.contain(
                "provision",
                problems,
                () -> inOrder(
                        changes, provisioner.apply(changes, new Fence(state.epoch()), Deadline.after(callTimeout))));
        return outcomes.orElseGet(() -> {
            String reason = problems.get(problems.size() - 1).message();
            List<Outcome> unknown = new ArrayList<>();
            changes.targets().forEach(target -> unknown.add(new Outcome.Unknown(target.group(), reason)));
            return unknown;
        });
    }

    private static List<Outcome> inOrder(ChangeSet changes, List<Outcome> outcomes) {
        List<NodeGroup> asked =
                changes.targets().stream().map(GroupTarget::group).toList();
        List<NodeGroup> answered = outcomes.stream().map(Outcome::group).toList();
        if (!asked.equals(answered)) {
            throw Checks.failure(
                    "outcomes for " + answered,
                    "must be one for each target, " + asked,
                    "they were gathered by completion");
        }
        return List.copyOf(outcomes);
    }

    private static CycleReport nothing(Instant at, CycleReport.Status status, List<Problem> problems) {
        return new CycleReport(at, status, List.of(), Optional.empty(), List.of(), problems);
    }

    private static CycleReport report(
            Instant at,
            CycleReport.Status status,
            Observer.Observation seen,
            Decision decision,
            List<Outcome> outcomes,
            List<Problem> problems) {
        return new CycleReport(at, status, seen.predictions(), Optional.of(decision), outcomes, problems);
    }

    /** A problem is a warning when it is new, not in every cycle in which it lasts. */
    private void log(CycleReport report) {
        Set<String> now = new TreeSet<>();
        for (Problem problem : report.problems()) {
            String line = problem.step() + ": " + problem.message();
            now.add(line);
            if (lasting.contains(line)) {
                LOG.debug("allocator {}: still {}", name, line);
            } else {
                LOG.warn("allocator {}: {}", name, line);
            }
        }
        lasting = now;
        if (LOG.isDebugEnabled()) {
            report.decision()
                    .ifPresent(d -> d.resources().stream()
                            .filter(ResourceDecision::changes)
                            .forEach(r -> LOG.debug("allocator {}: {}", name, r.explain())));
        }
    }
}
