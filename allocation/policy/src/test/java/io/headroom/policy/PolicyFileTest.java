package io.headroom.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.allocation.AllocationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
    @TempDir
    private Path folder;

    private static String policy(int minimum) {
        return "version: 1\nstandard: {minimum: " + minimum
                + "}\ngroups: [{name: vm, location: eu, kind: vm, perUnit: {compute: 4}}]\n";
    }

    @Test
    void aFileIsReadAnewWhenItWasChanged() throws IOException {
        Path path = folder.resolve("policy.yaml");
        PolicyFile file = new PolicyFile(path);
        assertThatThrownBy(file::get)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("policy.yaml")
                .hasMessageContaining("can't be read");
        Files.writeString(path, policy(3));
        AllocationPolicy first = file.get();
        assertThat(first.standard().minimum()).isEqualTo(3);
        assertThat(file.get()).isSameAs(first);
        Files.writeString(path, policy(5));
        assertThat(file.get().standard().minimum()).isEqualTo(5);
    }

    @Test
    void aBadFileIsRefusedUntilItIsMended() throws IOException {
        Path path = folder.resolve("policy.yml");
        PolicyFile file = new PolicyFile(path);
        Files.writeString(path, "");
        assertThatThrownBy(file::get).isInstanceOf(PolicyException.class).hasMessageContaining("must not be empty");
        Files.writeString(path, policy(-3));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(file::get)
                    .isInstanceOf(PolicyException.class)
                    .hasMessageStartingWith("standard.minimum -3");
        }
        Files.write(path, policy(3).replace("vm", "v\u00e4m").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(file::get).hasMessageContaining("must be UTF-8");
        Files.writeString(path, policy(4));
        assertThat(file.get().standard().minimum()).isEqualTo(4);
    }

    @Test
    void onlyJsonAndYamlAreRead() {
        assertThatThrownBy(() -> new PolicyFile(Path.of("policy.toml"))).hasMessageContaining("must end in .json");
    }
}
