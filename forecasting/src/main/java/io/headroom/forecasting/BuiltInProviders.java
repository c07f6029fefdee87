package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;

/** The providers of this module, found like any other. Stateless and thread-safe. */
public final class BuiltInProviders {
    private BuiltInProviders() {}

    /** Provides "naive". */
    public static final class Naive implements PredictorProvider {
        /** For the service loader. */
        public Naive() {}

        @Override
        public String name() {
            return NaivePredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new NaivePredictor(settings);
        }
    }

    /** Provides "seasonal-naive". */
    public static final class SeasonalNaive implements PredictorProvider {
        /** For the service loader. */
        public SeasonalNaive() {}

        @Override
        public String name() {
            return SeasonalNaivePredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new SeasonalNaivePredictor(settings);
        }
    }

    /** Provides "additive". */
    public static final class Additive implements PredictorProvider {
        /** For the service loader. */
        public Additive() {}

        @Override
        public String name() {
            return AdditivePredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new AdditivePredictor(settings);
        }
    }

    /** Provides "ets". */
    public static final class Ets implements PredictorProvider {
        /** For the service loader. */
        public Ets() {}

        @Override
        public String name() {
            return EtsPredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new EtsPredictor(settings);
        }
    }

    /** Provides "subset-ar". */
    public static final class SubsetAr implements PredictorProvider {
        /** For the service loader. */
        public SubsetAr() {}

        @Override
        public String name() {
            return SubsetArPredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new SubsetArPredictor(settings);
        }
    }

    /** Provides "auto". */
    public static final class Auto implements PredictorProvider {
        /** For the service loader. */
        public Auto() {}

        @Override
        public String name() {
            return AutoPredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new AutoPredictor(settings);
        }
    }

    /** Provides "theta". */
    public static final class Theta implements PredictorProvider {
        /** For the service loader. */
        public Theta() {}

        @Override
        public String name() {
            return ThetaPredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new ThetaPredictor(settings);
        }
    }

    /** Provides "croston". */
    public static final class Croston implements PredictorProvider {
        /** For the service loader. */
        public Croston() {}

        @Override
        public String name() {
            return CrostonPredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new CrostonPredictor(settings);
        }
    }

    /** Provides "harmonic". */
    public static final class Harmonic implements PredictorProvider {
        /** For the service loader. */
        public Harmonic() {}

        @Override
        public String name() {
            return HarmonicPredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new HarmonicPredictor(settings);
        }
    }

    /** Provides "mstl". */
    public static final class Mstl implements PredictorProvider {
        /** For the service loader. */
        public Mstl() {}

        @Override
        public String name() {
            return MstlPredictor.NAME;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new MstlPredictor(settings);
        }
    }
}
