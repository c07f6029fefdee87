package io.headroom.testkit;

import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;

/** Providers for the kit; all but the unlisted one stand in the services file of the tests. */
public final class ProviderDoubles {
    private ProviderDoubles() {}

    /** A provider with a name that makes predictors with another. */
    abstract static class Named implements PredictorProvider {
        private final String name;
        private final String made;

        Named(String name, String made) {
            this.name = name;
            this.made = made;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Predictor create(PredictorSettings settings) {
            return new PredictorDouble() {
                @Override
                public String name() {
                    return made;
                }
            };
        }
    }

    /** The good double. */
    public static final class Good extends Named {
        public Good() {
            super("good", "good");
        }
    }

    /** Has a name with a capital. */
    public static final class Capital extends Named {
        public Capital() {
            super("Capital", "Capital");
        }
    }

    /** Makes a predictor with another name. */
    public static final class Renaming extends Named {
        public Renaming() {
            super("renaming", "renamed");
        }
    }

    /** Is not in the services file. */
    public static final class Unlisted extends Named {
        public Unlisted() {
            super("unlisted", "unlisted");
        }
    }
}
