package io.headroom.examples;

import io.headroom.examples.flights.BacktestCommand;
import io.headroom.examples.flights.FlightsCommand;
import io.headroom.examples.flights.LstmCommand;
import io.headroom.examples.flights.WhatIfCommand;
import picocli.CommandLine;

/**
 * Starts the examples; without arguments the main job, with {@code backtest} the comparison of predictors, with
 * {@code lstm} the training of a network, with {@code what-if} the comparison of policies.
 */
public final class HeadroomExamples {
    private HeadroomExamples() {}

    /**
     * Runs.
     *
     * @param args options of the main job, or a subcommand; {@code --help} lists them
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new FlightsCommand())
                .addSubcommand(new BacktestCommand())
                .addSubcommand(new LstmCommand())
                .addSubcommand(new WhatIfCommand())
                .execute(args));
    }
}
