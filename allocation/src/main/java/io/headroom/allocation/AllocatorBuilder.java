package io.headroom.allocation;

import io.headroom.core.Checks;
import io.headroom.core.Region;
import io.headroom.spi.DemandModel;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.PredictionService;
import io.headroom.spi.Provisioner;
import io.headroom.spi.StateStore;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Allocator}. Not thread-safe. */
public final class AllocatorBuilder {
    private static final int MOST_THREADS = 256;

    String name = "headroom";
    final Set<Region> regions = new TreeSet<>();

    @Nullable
    PredictionService predictions;

    @Nullable
    TelemetrySource telemetry;

    @Nullable
    Provisioner provisioner;

    @Nullable
    DemandModel demandModel;

    @Nullable
    Supplier<AllocationPolicy> policies;

    EventCalendar calendar = EventCalendar.none();
    StateStore stateStore = new InMemoryStateStore();
    InstantSource clock = InstantSource.system();
    Duration callTimeout = Duration.ofSeconds(30);
    Duration catchUp = Duration.ofDays(1);
    Executor executor = Runnable::run;
    int threads = 1;
    final List<AllocatorListener> listeners = new ArrayList<>();

    AllocatorBuilder() {}

    /**
     * The allocator's name: the key of its state. Default "headroom".
     *
     * @param value 1 to 200 letters, digits, '.', '_' or '-'
     * @return this
     */
    public AllocatorBuilder name(String value) {
        this.name = value;
        return this;
    }

    /**
     * The regions that it owns, with the links that they source. Default: every location that the policy places.
     *
     * @param values regions that the policy knows
     * @return this
     */
    public AllocatorBuilder regions(Region... values) {
        regions.addAll(List.of(values));
        return this;
    }

    /**
     * Who predicts; required.
     *
     * @param value the service
     * @return this
     */
    public AllocatorBuilder predictions(PredictionService value) {
        this.predictions = value;
        return this;
    }

    /**
     * Where actual rates come from; required.
     *
     * @param value the source
     * @return this
     */
    public AllocatorBuilder telemetry(TelemetrySource value) {
        this.telemetry = value;
        return this;
    }

    /**
     * Who provisions; required.
     *
     * @param value the provisioner
     * @return this
     */
    public AllocatorBuilder provisioner(Provisioner value) {
        this.provisioner = value;
        return this;
    }

    /**
     * What transactions cost in resources; required.
     *
     * @param value the model
     * @return this
     */
    public AllocatorBuilder demand(DemandModel value) {
        this.demandModel = value;
        return this;
    }

    /**
     * What it may do; this or {@link #policies} is required.
     *
     * @param value the policy
     * @return this
     */
    public AllocatorBuilder policy(AllocationPolicy value) {
        return policies(() -> value);
    }

    /**
     * Where what it may do is read from, once when it is built and once a cycle, on the thread that runs it. A policy that differs from the
     * last one takes its place as a whole. If the source throws, or gives a policy that this allocator can't work by, the old
     * one stays, and listeners are told; only {@link #build} fails by it.
     *
     * @param value the source, cheap to call
     * @return this
     */
    public AllocatorBuilder policies(Supplier<AllocationPolicy> value) {
        this.policies = value;
        return this;
    }

    /**
     * The events that the policy's event rules speak of. Default: none.
     *
     * @param value the calendar
     * @return this
     */
    public AllocatorBuilder calendar(EventCalendar value) {
        this.calendar = value;
        return this;
    }

    /**
     * Where it remembers. Default: in memory.
     *
     * @param value the store
     * @return this
     */
    public AllocatorBuilder stateStore(StateStore value) {
        this.stateStore = value;
        return this;
    }

    /**
     * The clock. Default: the system's.
     *
     * @param value the clock
     * @return this
     */
    public AllocatorBuilder clock(InstantSource value) {
        this.clock = value;
        return this;
    }

    /**
     * The longest that a call to an adapter may take. Default 30 seconds.
     *
     * @param value above zero, a day at most
     * @return this
     */
    public AllocatorBuilder callTimeout(Duration value) {
        this.callTimeout = value;
        return this;
    }

    /**
     * How far back telemetry is asked for in the first cycle, to the last complete step at least. Default one day.
     *
     * @param value above zero, 1000 days at most
     * @return this
     */
    public AllocatorBuilder catchUp(Duration value) {
        this.catchUp = value;
        return this;
    }

    /**
     * Threads to decide on, for very many locations: each location's needs and rules are worked out by themselves. A decision is the same
     * whatever the number of threads. Adapters are called on the thread that runs a cycle alone; the demand model and the sizings of policies
     * are asked on all threads, at the same time. Default: that thread alone.
     *
     * @param value the host's executor; it may refuse or be busy, and then lends fewer threads. It is not shut down
     * @param most threads to use at most, that which runs the cycle included, 1 to 256
     * @return this
     */
    public AllocatorBuilder executor(Executor value, int most) {
        this.executor = value;
        this.threads = most;
        return this;
    }

    /**
     * Adds a listener.
     *
     * @param value is told of every cycle
     * @return this
     */
    public AllocatorBuilder listener(AllocatorListener value) {
        listeners.add(value);
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return the allocator, not yet started
     * @throws IllegalArgumentException if something required is missing, the policy does not know a region, a time is outside its range, or
     *     lead time and interval take too many steps of the predictions' grid
     */
    public Allocator build() {
        required(policies, "policy");
        atMost(1, Checks.positive(callTimeout, "call timeout"), "call timeout");
        atMost(1000, Checks.positive(catchUp, "catch up"), "catch up");
        Checks.inRange(threads, 1, MOST_THREADS, "threads");
        StateKeys.check(name);
        return new Allocator(this);
    }

    Crew crew() {
        return threads == 1 ? Crew.ALONE : new Crew(executor, threads);
    }

    /** A copy that further calls do not change. */
    AllocatorBuilder copy() {
        AllocatorBuilder copy = new AllocatorBuilder();
        copy.name = name;
        copy.regions.addAll(regions);
        copy.predictions = predictions;
        copy.telemetry = telemetry;
        copy.provisioner = provisioner;
        copy.demandModel = demandModel;
        copy.policies = policies;
        copy.calendar = calendar;
        copy.stateStore = stateStore;
        copy.clock = clock;
        copy.callTimeout = callTimeout;
        copy.catchUp = catchUp;
        copy.executor = executor;
        copy.threads = threads;
        copy.listeners.addAll(listeners);
        return copy;
    }

    private static void atMost(int days, Duration value, String name) {
        if (value.compareTo(Duration.ofDays(days)) > 0) {
            throw Checks.failure(name + " " + value, "must be at most " + Duration.ofDays(days), "no limit was meant");
        }
    }

    static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException(
                    Checks.message("allocator without " + what, "must have one", what + "(...) was not called"));
        }
        return value;
    }
}
