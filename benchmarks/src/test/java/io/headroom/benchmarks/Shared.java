package io.headroom.benchmarks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The folder of public data sets and scorers, which is no part of the repository. */
final class Shared {
    private Shared() {}

    /** A file of it; the calling test is skipped if neither HEADROOM_SHARED nor headroom.shared says where it is. */
    static Path file(String name) {
        Optional<Path> shared = Optional.ofNullable(System.getProperty("headroom.shared"))
                .or(() -> Optional.ofNullable(System.getenv("HEADROOM_SHARED")))
                .map(Path::of);
        assumeTrue(shared.isPresent(), "SKIPPED: set HEADROOM_SHARED to the folder of public data");
        return shared.orElseThrow().resolve(name);
    }
}
