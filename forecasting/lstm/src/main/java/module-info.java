/** The predictor "lstm": one recurrent network for all flows, without native code. Found through {@link java.util.ServiceLoader}. */
@SuppressWarnings("module")
module io.headroom.forecasting.lstm {
    requires transitive io.headroom.spi;
    requires static org.jspecify;

    exports io.headroom.forecasting.lstm;
    // That module depends on this one, and is not there when this one is compiled: hence the warning above.
    exports io.headroom.forecasting.lstm.internal.network to
            io.headroom.forecasting.lstm.djl;

    provides io.headroom.spi.PredictorProvider with
            io.headroom.forecasting.lstm.LstmProvider;
}
