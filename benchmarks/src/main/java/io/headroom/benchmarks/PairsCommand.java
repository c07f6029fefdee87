package io.headroom.benchmarks;

import io.headroom.benchmarks.data.BadInputException;
import io.headroom.benchmarks.data.LinksFile;
import io.headroom.benchmarks.data.RunsFile;
import io.headroom.benchmarks.data.UnitsFile;
import io.headroom.core.RegionPair;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Leads reservations through a network. */
@Command(
        name = "pairs",
        description = {
            "Reserves what the runs of pairs pay for on the links that they share, step by step, and checks every link in every state on "
                    + "the way, in the worst order of changes.",
            "under_reserved_pct counts steps of pairs in which demand exceeds what is ready and granted, alone_pct those without "
                    + "limits of links; granted_pct is what is granted of what is wanted."
        })
final class PairsCommand implements Callable<Integer> {
    @Option(
            names = "--runs",
            required = true,
            paramLabel = "FILE",
            description = "Runs as allocate writes them; series are named SRC>DST.")
    private Path runs = Path.of("");

    @Option(names = "--units", required = true, paramLabel = "FILE", description = "Their units.")
    private Path units = Path.of("");

    @Option(
            names = "--links",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV of directed links: from, to, capacity..., ...weight. Pairs take the shortest route by weight.")
    private Path links = Path.of("");

    @Option(
            names = "--per-demand",
            defaultValue = "1",
            paramLabel = "X",
            description = "Capacity that one unit of demand takes (default: ${DEFAULT-VALUE}).")
    private double perDemand;

    @Option(
            names = "--share",
            defaultValue = "1",
            paramLabel = "X",
            description = "Share of the capacities that counts, above 0 (default: ${DEFAULT-VALUE}).")
    private double share;

    @Option(
            names = "--scratch",
            defaultValue = "0.1",
            paramLabel = "S",
            description = "Share of every link that is left free for updates, in (0, 1) (default: ${DEFAULT-VALUE}).")
    private double scratch;

    @Option(
            names = "--drain",
            split = ",",
            paramLabel = "SRC>DST",
            description =
                    "Links that are avoided in the third quarter of the steps: pairs move away from them and back.")
    private List<String> drain = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        require(
                perDemand > 0 && perDemand < Double.POSITIVE_INFINITY,
                "--per-demand is " + perDemand + ", but must be above 0");
        require(share > 0 && share < Double.POSITIVE_INFINITY, "--share is " + share + ", but must be above 0");
        require(scratch > 0 && scratch < 1, "--scratch is " + scratch + ", but must lie between 0 and 1");
        LinksFile network = LinksFile.read(links);
        UnitsFile sizes = UnitsFile.read(units);
        Set<RegionPair> drained = PairsReplay.parse(drain);
        require(network.links().keySet().containsAll(drained), "--drain " + drained + " must be links of " + links);
        ShortestRoutes ways = new ShortestRoutes(network, Set.of());
        ShortestRoutes detours = new ShortestRoutes(network, drained);
        PairsReplay replay = new PairsReplay(network, share, scratch);
        RunsFile.read(runs).runs().forEach((series, run) -> {
            RegionPair pair = RegionPair.parse(series);
            double unit = sizes.unit(series)
                    .orElseThrow(() -> new BadInputException(units + ": series '" + series + "' has no unit"))
                    .capacity();
            replay.add(pair, run, unit * perDemand, ways.route(pair), detours.route(pair));
        });
        summary(replay.play(perDemand)).print(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private static Summary summary(PairsReplay.Figures f) {
        return new Summary()
                .put("pair_steps", f.pairSteps)
                .put("under_reserved_pct", 100.0 * f.underReserved / f.pairSteps, 4)
                .put("alone_pct", 100.0 * f.underReservedAlone / f.pairSteps, 4)
                .put("granted_pct", 100 * f.granted / f.wanted, 4)
                .put("plans", f.plans)
                .put("update_steps", f.states)
                .put("most_steps", f.mostSteps)
                .put("overloads", f.overloads)
                .put("fullest_pct", 100 * f.fullest)
                .put("cuts", f.cuts)
                .put("held", f.held)
                .put("interrupted", f.interrupted);
    }

    private void require(boolean ok, String message) {
        if (!ok) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
