package io.headroom.spi;

import io.headroom.core.PredictionData;
import io.headroom.core.TimeGrid;
import java.util.List;

/**
 * Predicts the rates between regions: in process ({@code TransactionPredictor} of headroom-forecasting), or a client of a remote
 * service.
 *
 * <p>Contract:
 * <ol>
 *   <li>{@link #predict} answers from what has been observed before {@code request.from()}; it does not wait for a fit. A {@code from} before
 *       the latest observation may be refused.
 *   <li>All forecasts of an answer cover the same steps and share their shocks, so that they add up.
 *   <li>{@link #update} takes observations in any order; one that was given before changes nothing. One for a step that later calls have
 *       passed counts at the latest from the next fit on.
 *   <li>Both end by the deadline, with an {@link AdapterException} if the service can't be reached.
 * </ol>
 *
 * <p>Implementations are thread-safe.
 */
public interface PredictionService {
    /**
     * The grid of its forecasts.
     *
     * @return the grid
     */
    TimeGrid grid();

    /**
     * Predicts.
     *
     * @param request what is asked for
     * @param deadline when an answer should be there
     * @return one prediction for each known pair that touches the regions, sorted by pair
     * @throws AdapterException if no answer can be given
     */
    List<PredictionData> predict(PredictionRequest request, Deadline deadline);

    /**
     * Feeds actual rates back.
     *
     * @param observations actual rates
     * @param deadline when it should be done
     * @throws AdapterException if the service can't be reached; the same observations may be given again
     */
    void update(List<RateObservation> observations, Deadline deadline);
}
