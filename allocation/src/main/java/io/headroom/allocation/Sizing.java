package io.headroom.allocation;

import io.headroom.core.Checks;

/**
 * How a requirement is read off a forecast. Immutable and thread-safe.
 *
 * @param quantile probability with which capacity covers the largest demand of the window, in (0, 1)
 * @param targetUtilisation share of capacity that demand may fill, in (0, 1]
 */
public record Sizing(double quantile, double targetUtilisation) {
    /**
     * Checks the ranges.
     *
     * @param quantile probability with which capacity covers the largest demand of the window
     * @param targetUtilisation share of capacity that demand may fill
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Sizing {
        Checks.probability(quantile, "quantile");
        if (!(targetUtilisation > 0 && targetUtilisation <= 1)) {
            throw Checks.failure(
                    "target utilisation " + targetUtilisation, "must lie in (0, 1]", "it was given in percent");
        }
    }
}
