package io.headroom.testkit;

import io.headroom.spi.PredictorProvider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ProviderKitTest {
    static class Subject extends PredictorProviderContract {
        @Override
        protected Class<? extends PredictorProvider> provider() {
            Class<?> provider = KitRun.subject(Class.class);
            return provider.asSubclass(PredictorProvider.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> providers() {
        return BrokenDouble.tests(
                Subject.class,
                ProviderDoubles.Good.class,
                List.of(
                        new BrokenDouble("L1", "a name with a capital", ProviderDoubles.Capital.class),
                        new BrokenDouble("L2", "a predictor with another name", ProviderDoubles.Renaming.class),
                        new BrokenDouble("L3", "a provider that is not declared", ProviderDoubles.Unlisted.class)));
    }
}
