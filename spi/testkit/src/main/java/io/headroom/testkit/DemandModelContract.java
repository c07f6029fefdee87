package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.spi.DemandModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link DemandModel}. A subclass supplies the model and the flows that it is asked about. */
public abstract class DemandModelContract extends Contract {
    /** For subclasses. */
    protected DemandModelContract() {}

    /**
     * Makes the model.
     *
     * @return the model
     */
    protected abstract DemandModel create();

    /**
     * Flows that are asked about.
     *
     * @return one or more
     */
    protected abstract List<Flow> flows();

    /** Both ends and the link of every flow. */
    private List<Location> locations() {
        List<Location> all = new ArrayList<>();
        for (Flow flow : flows()) {
            all.addAll(List.of(flow.pair().source(), flow.pair().destination(), flow.pair()));
        }
        return all;
    }

    private List<Object> answers(DemandModel model) {
        List<Object> answers = new ArrayList<>();
        flows().forEach(flow -> answers.add(model.demand(flow)));
        locations().forEach(location -> answers.add(model.base(location)));
        return answers;
    }

    @Test
    @DisplayName("D1 Every flow has a demand, and every location a base")
    final void answers() {
        check(c -> {
            c.mend("a table lacks the flow or the location: answer with a default, never with null");
            DemandModel model = create();
            for (Flow flow : flows()) {
                c.at("demand of " + flow);
                c.given(model.demand(flow), "a demand");
            }
            for (Location location : locations()) {
                c.at("base of " + location.key());
                c.given(model.base(location), "resources");
            }
        });
    }

    @Test
    @DisplayName("D2 The same flow has the same demand, for many threads too")
    final void pure() {
        check(c -> {
            c.mend("the demand depends on a clock, a counter or a measurement: take a snapshot of them when the model"
                    + " is made");
            DemandModel model = create();
            List<Object> expected = answers(model);
            c.at("answers asked for again");
            c.same(expected, answers(model));
            c.at("answers asked for by four threads at a time");
            for (List<Object> got : Parallel.run(4, patience(), () -> answers(model))) {
                c.same(expected, got);
            }
        });
    }
}
