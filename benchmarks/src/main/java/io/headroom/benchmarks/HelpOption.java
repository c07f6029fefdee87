package io.headroom.benchmarks;

import picocli.CommandLine.Option;

/** The option that every command but {@code jmh} has. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean shown;

    boolean shown() {
        return shown;
    }
}
