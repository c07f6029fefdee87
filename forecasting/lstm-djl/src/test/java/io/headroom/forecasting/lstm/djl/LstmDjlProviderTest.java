package io.headroom.forecasting.lstm.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.spi.PredictorProvider;
import io.headroom.testkit.PredictorProviderContract;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LstmDjlProviderTest extends PredictorProviderContract {
    @Override
    protected Class<? extends PredictorProvider> provider() {
        return LstmDjlProvider.class;
    }

    @Test
    void theModuleProvidesWhatItsServicesFileNames() throws IOException, URISyntaxException {
        URI classes = LstmDjlProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        try (InputStream in = Files.newInputStream(Path.of(classes).resolve("module-info.class"))) {
            ModuleDescriptor module = ModuleDescriptor.read(in);
            assertThat(module.provides()).hasSize(1);
            module.provides().forEach(p -> {
                assertThat(p.service()).isEqualTo(PredictorProvider.class.getName());
                assertThat(p.providers()).containsExactly(LstmDjlProvider.class.getName());
            });
        }
    }
}
