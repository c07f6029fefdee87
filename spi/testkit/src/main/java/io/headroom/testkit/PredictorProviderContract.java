package io.headroom.testkit;

import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link PredictorProvider}. A subclass names the provider's class. */
public abstract class PredictorProviderContract extends Contract {
    /** For subclasses. */
    protected PredictorProviderContract() {}

    /**
     * The provider's class.
     *
     * @return a public class with a public constructor without arguments
     */
    protected abstract Class<? extends PredictorProvider> provider();

    /**
     * Settings that the predictor can work with.
     *
     * @return by default a season of 24 steps, and one of 24 and 168
     */
    protected List<PredictorSettings> settings() {
        return List.of(PredictorSettings.ofPeriods(24), PredictorSettings.ofPeriods(24, 168));
    }

    private PredictorProvider create(Clause c) throws Exception {
        c.mend("the class or its constructor is not public, or the constructor takes arguments");
        c.at("public constructor without arguments of " + provider().getName());
        return provider().getConstructor().newInstance();
    }

    @Test
    @DisplayName("L1 The name is lower case, words joined by hyphens")
    final void name() {
        check(c -> {
            PredictorProvider provider = create(c);
            c.mend("the name holds blanks, capitals or underscores");
            c.at("name()");
            String name = c.given(provider.name(), "a name");
            c.hold(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), "lower case, words joined by hyphens", name);
        });
    }

    @Test
    @DisplayName("L2 The predictor bears the provider's name")
    final void sameName() {
        check(c -> {
            PredictorProvider provider = create(c);
            c.mend("the two names are written down twice: let the provider ask the predictor");
            for (PredictorSettings settings : settings()) {
                c.at("create(" + settings + ").name()");
                c.same(
                        provider.name(),
                        c.given(provider.create(settings), "a predictor").name());
            }
        });
    }

    @Test
    @DisplayName("L3 ServiceLoader finds the provider, once")
    final void found() {
        check(c -> {
            String name = create(c).name();
            c.mend("a line is missing in META-INF/services/" + PredictorProvider.class.getName()
                    + " or, in a named module, a provides clause; or another provider has the same name");
            c.at("providers of class " + provider().getName());
            c.same(
                    1L,
                    ServiceLoader.load(PredictorProvider.class).stream()
                            .filter(p -> p.type() == provider())
                            .count());
            c.at("providers named " + name);
            c.same(
                    1L,
                    ServiceLoader.load(PredictorProvider.class).stream()
                            .filter(p -> p.get().name().equals(name))
                            .count());
        });
    }
}
