package io.headroom.simulation.whatif;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.simulation.PoolTrack;
import io.headroom.simulation.SimulationResult;
import io.headroom.simulation.internal.TextTable;
import io.headroom.simulation.report.CapacityChart;
import io.headroom.simulation.report.Report;
import io.headroom.simulation.report.Samples;
import io.headroom.simulation.report.TimeAxis;
import io.headroom.simulation.report.WhatIfTable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Policies side by side; the first is the one that the others are compared with. Immutable and thread-safe.
 *
 * @param costUnit what costs are in
 * @param runs one for each policy, at least one, in the order in which they were given
 */
public record WhatIfResult(String costUnit, List<WhatIfRun> runs) {
    private static final String NOTHING = "-";

    /**
     * Copies the list.
     *
     * @param costUnit what costs are in
     * @param runs one for each policy, at least one
     * @throws IllegalArgumentException if there is no run
     */
    public WhatIfResult {
        runs = List.copyOf(runs);
        Checks.require(!runs.isEmpty(), "what-if result of 0 runs", "must have one or more", "no policy was given");
    }

    /**
     * The run that the others are compared with.
     *
     * @return the first
     */
    public WhatIfRun base() {
        return runs.get(0);
    }

    /**
     * The run of a policy.
     *
     * @param name the name it was given
     * @return its run
     * @throws IllegalArgumentException if there is none
     */
    public WhatIfRun run(String name) {
        return runs.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Checks.failure(
                        "policy '" + name + "'",
                        "must be one of " + runs.stream().map(WhatIfRun::name).toList(),
                        "its name was changed"));
    }

    /**
     * The comparison as text: a line for each policy with violations, cost and moves, and both against the first in percent.
     *
     * @return lines of text
     */
    public String table() {
        SimulationResult first = base().result();
        TextTable table = new TextTable("", 1);
        table.row(
                "policy",
                "violated %",
                "violated h",
                "worst pool",
                "its %",
                "cost, " + costUnit,
                "against",
                "moves",
                "against",
                "problems");
        for (WhatIfRun run : runs) {
            Optional<PoolTrack> worst = run.worst();
            table.row(
                    run.name(),
                    decimals(run.violationPercent(), 4),
                    decimals(run.violationTime().toMillis() / 3_600_000.0, 1),
                    worst.map(WhatIfResult::pool).orElse(NOTHING),
                    worst.map(w -> decimals(100 * w.violations(), 3)).orElse(NOTHING),
                    decimals(run.cost(), 2),
                    isBase(run) ? "" : change(run.cost(), base().cost()),
                    Long.toString(run.moves()),
                    isBase(run) ? "" : change((double) run.moves(), (double) base().moves()),
                    Integer.toString(run.problems().size()));
        }
        return first.steps() + " steps of " + first.step() + " from " + first.start() + ", "
                + first.tracks().size() + " pools\n" + table;
    }

    private boolean isBase(WhatIfRun run) {
        return run.name().equals(base().name());
    }

    private static String pool(PoolTrack track) {
        return track.location().key() + " " + track.resource().name().toLowerCase(Locale.ROOT);
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String change(double value, double base) {
        return base > 0 ? String.format(Locale.ROOT, "%+.1f %%", 100 * (value / base - 1)) : NOTHING;
    }

    @Override
    public String toString() {
        return table();
    }

    /**
     * The comparison as a section of an HTML report.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @return the section
     */
    public WhatIfTable section(String title, String note) {
        return new WhatIfTable(
                title,
                note,
                costUnit,
                runs.stream()
                        .map(run -> new WhatIfTable.Row(
                                run.name(),
                                run.violationPercent(),
                                run.violationTime(),
                                run.worst().map(WhatIfResult::pool).orElse(""),
                                run.cost(),
                                run.moves(),
                                run.problems().size()))
                        .toList());
    }

    /**
     * The capacity of one pool under a policy, beside what was usable under the first.
     *
     * @param name the name of the policy
     * @param location the region or link
     * @param resource the resource
     * @return the chart
     * @throws IllegalArgumentException if there is no such policy or pool, or a step is not whole seconds
     */
    public CapacityChart chart(String name, Location location, Resource resource) {
        WhatIfRun run = run(name);
        SimulationResult result = run.result();
        PoolTrack track = result.track(location, resource);
        Optional<CapacityChart.Comparison> comparison = isBase(run)
                ? Optional.empty()
                : Optional.of(new CapacityChart.Comparison(
                        base().name(),
                        Samples.of(base().result().track(location, resource).usable())));
        return new CapacityChart(
                pool(track) + ", " + name,
                "",
                resource.name().toLowerCase(Locale.ROOT),
                TimeAxis.regular(result.start(), result.step(), result.steps()),
                Samples.of(track.demand()),
                Samples.of(track.usable()),
                Samples.of(track.paid()),
                comparison,
                List.of());
    }

    /**
     * A report: the table, and under every other policy the pools that were short most often under the first.
     *
     * @param title the heading of the page, not blank
     * @param zone the time zone in which times are shown
     * @param pools how many pools are charted, 0 or more
     * @return the report, with room for more facts and sections
     */
    public Report.Builder report(String title, ZoneId zone, int pools) {
        SimulationResult first = base().result();
        Report.Builder report = Report.builder(title, zone)
                .fact("Played", first.steps() + " steps of " + words(first.step()))
                .fact("Pools", Integer.toString(first.tracks().size()))
                .section(section(
                        "Policies side by side", "The same recorded telemetry, fleet and prices for every policy."));
        List<PoolTrack> worst = first.tracks().stream()
                .sorted(Comparator.comparingDouble(PoolTrack::violations).reversed())
                .limit(pools)
                .toList();
        for (PoolTrack track : worst) {
            for (WhatIfRun run : runs) {
                if (runs.size() == 1 || !isBase(run)) {
                    report.section(chart(run.name(), track.location(), track.resource()));
                }
            }
        }
        return report;
    }

    private static String words(Duration step) {
        return step.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
