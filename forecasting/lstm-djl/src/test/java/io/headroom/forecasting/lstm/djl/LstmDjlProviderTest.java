package io.headroom.forecasting.lstm.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.spi.PredictorProvider;
import io.headroom.testkit.PredictorProviderContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LstmDjlProviderTest extends PredictorProviderContract {
    @Override
    protected Class<? extends PredictorProvider> provider() {
        return LstmDjlProvider.class;
    }

    @Test
    void theModuleProvidesWhatItsServicesFileNames() {
        String services = "/module-info.class";
        try (InputStream in = Objects.requireNonNull(
                LstmDjlProvider.class.getResourceAsStream(services), "module-info.class is not there")) {
            ModuleDescriptor.read(in).provides().forEach(p -> {
                assertThat(p.service()).isEqualTo(PredictorProvider.class.getName());
                assertThat(p.providers()).hasSize(1);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
