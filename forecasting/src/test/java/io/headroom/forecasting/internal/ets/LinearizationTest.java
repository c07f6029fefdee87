package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives that descend with the filter against differences of its likelihood. */
class LinearizationTest {

    static List<EtsForm> forms() {
        return Stream.concat(EtsForm.admissible(true, true).stream(), Stream.of(EtsForm.parse("A,A,M")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void gradientMatchesDifferences(EtsForm form) {
        double[] y = Classics.series("UKgas").values();
        for (int t = 0; t < y.length; t++) {
            y[t] = t % 17 == 5 ? Double.NaN : y[t] / 512;
        }
        Layout layout = new Layout(form, 4, true);
        double[] point = InitialStates.guess(y, layout, false);
        point[Layout.ALPHA] = 0.3;
        if (layout.beta >= 0) {
            point[layout.beta] = 0.1;
        }
        if (layout.gamma >= 0) {
            point[layout.gamma] = 0.2;
        }
        if (layout.phi >= 0) {
            point[layout.phi] = 0.9;
        }
        Linearization linear = new Linearization(layout);
        linear.at(y, point);
        Filter filter = new Filter(layout.period);
        filter.evaluate(y, layout, point);
        int observed = filter.observed();
        Random random = new Random(1);
        for (int i = 0; i < layout.free; i++) {
            double h = 1e-6 * (1 + 1e-3 * random.nextDouble());
            double[] up = point.clone();
            double[] down = point.clone();
            up[i] += h;
            down[i] -= h;
            double slope = (filter.evaluate(y, layout, up) - filter.evaluate(y, layout, down)) / (2 * h);
            double ours = observed * linear.gradient[i] / linear.squares;
            assertThat(ours).as("%s entry %d", form, i).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
    }
}
