/** The predictor "lstm-djl": the network of "lstm", trained by PyTorch. Found through {@link java.util.ServiceLoader}. */
module io.headroom.forecasting.lstm.djl {
    requires transitive io.headroom.forecasting.lstm;
    requires ai.djl.api;
    requires static org.jspecify;

    exports io.headroom.forecasting.lstm.djl;

    provides io.headroom.spi.PredictorProvider with
            io.headroom.forecasting.lstm.djl.LstmDjlProvider;
}
