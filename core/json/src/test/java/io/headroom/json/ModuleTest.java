package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The module is found on the class path and on the module path, and works in a host's mapper. */
class ModuleTest {
    private static final String SERVICE = Module.class.getName();

    @Test
    void bothPathsProvideTheSame() throws IOException, URISyntaxException {
        Path classes = Path.of(HeadroomJsonModule.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> onClassPath = Files.readAllLines(classes.resolve("META-INF/services/" + SERVICE));
        ModuleDescriptor descriptor;
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            descriptor = ModuleDescriptor.read(in);
        }
        List<String> onModulePath = descriptor.provides().stream()
                .filter(provides -> provides.service().equals(SERVICE))
                .flatMap(provides -> provides.providers().stream())
                .toList();
        assertThat(onModulePath).isEqualTo(onClassPath).containsExactly(HeadroomJsonModule.class.getName());
        assertThat(descriptor.provides()).hasSize(1);
    }

    @Test
    void aHostFindsIt() throws IOException {
        assertThat(ObjectMapper.findModules()).hasAtLeastOneElementOfType(HeadroomJsonModule.class);
        ObjectMapper host = new ObjectMapper().findAndRegisterModules();
        String json = host.writeValueAsString(Samples.SUM);
        assertThat(host.readValue(json, Samples.SUM.getClass())).isEqualTo(Samples.SUM);
    }

    @Test
    void registeredTwiceItCountsOnce() {
        ObjectMapper host = new ObjectMapper().registerModules(new HeadroomJsonModule(), new HeadroomJsonModule());
        assertThat(host.getRegisteredModuleIds()).hasSize(1);
    }

    @Test
    void eachMapperIsNew() {
        assertThat(HeadroomJson.mapper()).isNotSameAs(HeadroomJson.mapper());
    }
}
