package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;
import java.util.function.Function;

/** The providers of this module, found like any other. Stateless and thread-safe. */
public final class BuiltInProviders {
    private BuiltInProviders() {}

    /** A name and what makes its predictor. */
    private abstract static class BuiltIn implements PredictorProvider {
        private final String name;
        private final Function<PredictorSettings, Predictor> maker;

        BuiltIn(String name, Function<PredictorSettings, Predictor> maker) {
            this.name = name;
            this.maker = maker;
        }

        @Override
        public final String name() {
            return name;
        }

        @Override
        public final Predictor create(PredictorSettings settings) {
            return maker.apply(settings);
        }
    }

    /** Provides "naive". */
    public static final class Naive extends BuiltIn {
        /** For the service loader. */
        public Naive() {
            super(NaivePredictor.NAME, NaivePredictor::new);
        }
    }

    /** Provides "seasonal-naive". */
    public static final class SeasonalNaive extends BuiltIn {
        /** For the service loader. */
        public SeasonalNaive() {
            super(SeasonalNaivePredictor.NAME, SeasonalNaivePredictor::new);
        }
    }

    /** Provides "ets". */
    public static final class Ets extends BuiltIn {
        /** For the service loader. */
        public Ets() {
            super(EtsPredictor.NAME, EtsPredictor::new);
        }
    }

    /** Provides "theta". */
    public static final class Theta extends BuiltIn {
        /** For the service loader. */
        public Theta() {
            super(ThetaPredictor.NAME, ThetaPredictor::new);
        }
    }

    /** Provides "arima". */
    public static final class Arima extends BuiltIn {
        /** For the service loader. */
        public Arima() {
            super(ArimaPredictor.NAME, ArimaPredictor::new);
        }
    }

    /** Provides "harmonic". */
    public static final class Harmonic extends BuiltIn {
        /** For the service loader. */
        public Harmonic() {
            super(HarmonicPredictor.NAME, HarmonicPredictor::new);
        }
    }

    /** Provides "additive". */
    public static final class Additive extends BuiltIn {
        /** For the service loader. */
        public Additive() {
            super(AdditivePredictor.NAME, AdditivePredictor::new);
        }
    }

    /** Provides "mstl". */
    public static final class Mstl extends BuiltIn {
        /** For the service loader. */
        public Mstl() {
            super(MstlPredictor.NAME, MstlPredictor::new);
        }
    }

    /** Provides "subset-ar". */
    public static final class SubsetAr extends BuiltIn {
        /** For the service loader. */
        public SubsetAr() {
            super(SubsetArPredictor.NAME, SubsetArPredictor::new);
        }
    }

    /** Provides "croston". */
    public static final class Croston extends BuiltIn {
        /** For the service loader. */
        public Croston() {
            super(CrostonPredictor.NAME, CrostonPredictor::new);
        }
    }

    /** Provides "direct". */
    public static final class Direct extends BuiltIn {
        /** For the service loader. */
        public Direct() {
            super(DirectPredictor.NAME, DirectPredictor::new);
        }
    }

    /** Provides "auto". */
    public static final class Auto extends BuiltIn {
        /** For the service loader. */
        public Auto() {
            super(AutoPredictor.NAME, AutoPredictor::new);
        }
    }
}
