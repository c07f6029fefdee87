package io.headroom.spi;

/**
 * Makes predictors by name; found through {@link java.util.ServiceLoader}. A provider has a public constructor without arguments and is
 * declared both in {@code META-INF/services/io.headroom.spi.PredictorProvider} and, in a named module, by {@code provides}.
 * Implementations are thread-safe.
 */
public interface PredictorProvider {
    /**
     * The name of its predictor.
     *
     * @return lower case, words joined by hyphens; unique among providers
     */
    String name();

    /**
     * Makes the predictor.
     *
     * @param settings declared seasons
     * @return a predictor whose name is {@link #name}
     * @throws IllegalArgumentException if the predictor can't work with these settings
     */
    Predictor create(PredictorSettings settings);
}
