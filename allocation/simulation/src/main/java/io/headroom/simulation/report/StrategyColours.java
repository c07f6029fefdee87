package io.headroom.simulation.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each strategy of a report one place in the page's palette, in order of first appearance. Immutable. */
final class StrategyColours {

    /** How many colours and marker shapes the style sheet and the scripts define. */
    static final int PALETTE = 8;

    private final Map<String, Integer> places = new LinkedHashMap<>();

    StrategyColours(List<ReportSection> sections) {
        for (ReportSection section : sections) {
            if (section instanceof StrategyTable table) {
                table.rows().forEach(row -> place(row.strategy()));
            } else if (section instanceof FrontierChart chart) {
                chart.curves().forEach(curve -> place(curve.strategy()));
            } else if (section instanceof WhatIfTable table) {
                table.rows().forEach(row -> place(row.policy()));
            }
        }
        for (ReportSection section : sections) {
            if (section instanceof CapacityChart chart) {
                chart.comparison().ifPresent(comparison -> place(comparison.strategy()));
            }
        }
    }

    /** Returns the strategy's place in the palette, from 0. */
    int of(String strategy) {
        return places.getOrDefault(strategy, 0);
    }

    private void place(String strategy) {
        places.putIfAbsent(strategy, places.size() % PALETTE);
    }
}
