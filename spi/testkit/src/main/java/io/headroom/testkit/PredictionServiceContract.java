package io.headroom.testkit;

import io.headroom.spi.PredictionService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PredictionService}. A subclass supplies a service without history; the kit feeds it hourly or
 * whatever steps its grid has.
 */
public abstract class PredictionServiceContract extends Contract {
    /** For subclasses. */
    protected PredictionServiceContract() {}

    /**
     * Makes the service; called up to twice in a clause.
     *
     * @return a service that has observed nothing, always with the same settings and seed
     */
    protected abstract PredictionService create();

    /**
     * Waits until fits that an update started are done, so that two services can be compared.
     *
     * @param service what {@link #create} made
     */
    protected void settle(PredictionService service) {}

    /**
     * Cuts off the service for the rest of the clause. For {@link Capability#OUTAGE}.
     *
     * @param service what {@link #create} made
     */
    protected void cutOff(PredictionService service) {
        throw missing("cutOff()", Capability.OUTAGE);
    }

    /**
     * How many steps the service is fed.
     *
     * @return 30 or more; by default 120
     */
    protected int historyLength() {
        return 120;
    }

    private void with(PredictionBed.Body body) {
        check(c -> body.run(c, new PredictionBed(this)));
    }

    @Test
    @DisplayName("Q1 There is one prediction for each known pair that touches the regions, sorted by pair")
    final void pairs() {
        with(PredictionBed::pairs);
    }

    @Test
    @DisplayName("Q2 Forecasts start at the step that holds 'from' and cover the horizon")
    final void steps() {
        with(PredictionBed::steps);
    }

    @Test
    @DisplayName("Q3 Rate and interval speak of the lead step at the level asked for")
    final void leadStep() {
        with(PredictionBed::leadStep);
    }

    @Test
    @DisplayName("Q4 Each transaction type that was observed has a forecast, and its bytes where volume was")
    final void types() {
        with(PredictionBed::types);
    }

    @Test
    @DisplayName("Q5 Forecasts of an answer share their seed, so that they add up")
    final void addUp() {
        with(PredictionBed::addUp);
    }

    @Test
    @DisplayName("Q6 Rates that are fed back count")
    final void feedback() {
        with(PredictionBed::feedback);
    }

    @Test
    @DisplayName("Q7 The order of observations does not matter")
    final void order() {
        with(PredictionBed::order);
    }

    @Test
    @DisplayName("Q8 Observations that were given before change nothing")
    final void repeats() {
        with(PredictionBed::repeats);
    }

    @Test
    @DisplayName("Q9 Observations at or after 'from' do not count")
    final void hindsight() {
        with(PredictionBed::hindsight);
    }

    @Test
    @DisplayName("Q10 A prediction changes nothing")
    final void pure() {
        with(PredictionBed::pure);
    }

    @Test
    @DisplayName("Q11 After its deadline a call ends at once, with an answer or an AdapterException")
    final void deadline() {
        with(PredictionBed::deadline);
    }

    @Test
    @DisplayName("Q12 A service that can't be reached throws an AdapterException")
    final void outage() {
        with(PredictionBed::outage);
    }

    @Test
    @DisplayName("Q13 Many threads may ask at a time")
    final void threadSafe() {
        with(PredictionBed::threadSafe);
    }
}
