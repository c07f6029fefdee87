package io.headroom.forecasting.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.spi.PredictorProvider;
import io.headroom.testkit.PredictorProviderContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LstmProviderTest extends PredictorProviderContract {
    @Override
    protected Class<? extends PredictorProvider> provider() {
        return LstmProvider.class;
    }

    @Test
    void theModuleProvidesWhatItsServicesFileNames() {
        try (InputStream in = Objects.requireNonNull(
                LstmProvider.class.getResourceAsStream("/module-info.class"), "module-info.class is not there")) {
            ModuleDescriptor.read(in).provides().forEach(p -> {
                assertThat(p.service()).isEqualTo(PredictorProvider.class.getName());
                assertThat(p.providers()).containsExactly(LstmProvider.class.getName());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
