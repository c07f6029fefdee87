package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, counts and checks of the small values. */
class EtsFormTest {

    @Test
    void textReadsBack() {
        for (EtsForm form : EtsForm.admissible(true, true)) {
            assertThat(EtsForm.parse(form.toString())).isEqualTo(form);
        }
        assertThat(EtsForm.parse("A,Ad,M").isStable()).isFalse();
        assertThatThrownBy(() -> EtsForm.parse("M,M,M"))
                .hasMessageContaining("M,M,M")
                .hasMessageContaining("Maybe");
    }

    @Test
    void admissibleFormsSuitTheSeries() {
        assertThat(EtsForm.admissible(true, true)).hasSize(15).allMatch(EtsForm::isStable);
        assertThat(EtsForm.admissible(false, true)).hasSize(6).noneMatch(EtsForm::hasSeason);
        assertThat(EtsForm.admissible(true, false)).hasSize(6).noneMatch(EtsForm::needsPositive);
    }

    @Test
    void parametersAreCountedAsInR() {
        assertThat(EtsForm.parse("A,N,N").parameterCount(12)).isEqualTo(3);
        assertThat(EtsForm.parse("M,Ad,M").parameterCount(12)).isEqualTo(18);
        assertThat(EtsForm.parse("A,A,A").parameterCount(4)).isEqualTo(9);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new EtsParameters(1.2, 0, 0, 1))
                .hasMessageContaining("alpha")
                .hasMessageContaining("1.2");
        assertThatThrownBy(() -> new EtsParameters(0.2, 0, 0, 0))
                .hasMessageContaining("phi")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new EtsParameters(0.2, Double.NaN, 0, 1)).hasMessageContaining("beta");
        assertThatThrownBy(() -> new EtsStates(Double.NaN, 0, new double[0])).hasMessageContaining("level");
        assertThatThrownBy(() -> new EtsOptions(List.of(), -1, 24)).hasMessageContaining("horizon");
        assertThatThrownBy(() -> new EtsOptions(List.of(), 0, 1)).hasMessageContaining("Maybe");
        EtsStates states = new EtsStates(1, 0, new double[0]);
        EtsParameters parameters = new EtsParameters(0.2, 0, 0.1, 1);
        assertThatThrownBy(() -> new EtsState(EtsForm.parse("A,N,A"), parameters, states))
                .hasMessageContaining("A,N,A");
    }

    @Test
    void arraysDoNotEscape() {
        double[] season = {1, 2, 3};
        EtsStates states = new EtsStates(0, 0, season);
        season[0] = 99;
        states.season()[1] = 99;
        assertThat(states.season()).containsExactly(1, 2, 3);
    }
}
