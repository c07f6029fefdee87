package io.headroom.forecasting.internal.autoregression;

/** The scale on which a model is linear. */
public enum Transform {
    /** The values themselves: effects add up. */
    LEVEL {
        @Override
        public double of(double y) {
            return y;
        }

        @Override
        public double inverse(double z) {
            return z;
        }
    },
    /** Square roots: effects and noise grow with the root of the level, as counts do. Values below 0 count as 0. */
    ROOT {
        @Override
        public double of(double y) {
            return Math.sqrt(Math.max(0, y));
        }

        @Override
        public double inverse(double z) {
            return z <= 0 ? 0 : z * z;
        }
    },
    /** Natural logarithms: effects multiply. Needs values above 0. */
    LOG {
        @Override
        public double of(double y) {
            return StrictMath.log(y);
        }

        @Override
        public double inverse(double z) {
            return StrictMath.exp(z);
        }
    };

    /**
     * To the scale.
     *
     * @param y a value
     * @return the transformed value
     */
    public abstract double of(double y);

    /**
     * Back from the scale.
     *
     * @param z a transformed value
     * @return the value
     */
    public abstract double inverse(double z);
}
