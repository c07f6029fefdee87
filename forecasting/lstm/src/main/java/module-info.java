/** The predictor "lstm": one recurrent network for all flows, without native code. Found through {@link java.util.ServiceLoader}. */
module io.headroom.forecasting.lstm {
    requires transitive io.headroom.spi;
    requires static org.jspecify;

    exports io.headroom.forecasting.lstm;

    provides io.headroom.spi.PredictorProvider with
            io.headroom.forecasting.lstm.LstmProvider;
}
