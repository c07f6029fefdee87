package io.headroom.forecasting;

import io.headroom.spi.PredictionService;
import io.headroom.testkit.Capability;
import io.headroom.testkit.PredictionServiceContract;
import java.util.Map;

/** The Inter-Region Transaction Predictor against the contract of prediction services. */
class TransactionPredictorContractTest extends PredictionServiceContract {
    @Override
    protected PredictionService create() {
        return TransactionPredictor.builder(Rates.HOURS)
                .predictor(Predictors.ets(24))
                .executor(Runnable::run)
                .build();
    }

    @Override
    protected Map<Capability, String> absent() {
        return Map.of(Capability.OUTAGE, "it runs in this process");
    }
}
