package io.headroom.simulation.report;

/** One part of a report, with a heading of its own and an entry in the page's navigation. Immutable. */
public sealed interface ReportSection
        permits KeyFigures,
                ForecastChart,
                CapacityChart,
                StrategyTable,
                FrontierChart,
                WhatIfTable,
                DecisionLog,
                AnomalyPanel,
                TextNote {

    /**
     * The heading.
     *
     * @return a few words, not blank
     */
    String title();

    /**
     * A sentence or two under the heading.
     *
     * @return plain text, may be empty
     */
    String note();
}
