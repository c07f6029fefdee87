package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two pairs over a triangle of links; half of the capacities is left for them. */
class PairsCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("links.csv"), "from,to,capacity_kbps,ospf_weight\na,b,40,1\nb,c,40,1\na,c,40,1\n");
        StringBuilder runs = new StringBuilder("series,step,demand,ready,paid\n");
        for (String pair : List.of("a>b", "a>c")) {
            for (int t = 0; t < 8; t++) {
                runs.append(pair + "," + t + "," + (t == 3 ? 9 : 5) + ",4," + (t % 2 == 0 ? 4 : 5) + "\n");
            }
        }
        Files.writeString(folder.resolve("runs.csv"), runs);
        Files.writeString(folder.resolve("units.csv"), "series,unit_capacity\na>b,2\na>c,2\n");
    }

    private Bench pairs(Object... more) {
        List<Object> args = new ArrayList<>(List.of(
                "pairs",
                "--runs",
                folder.resolve("runs.csv"),
                "--units",
                folder.resolve("units.csv"),
                "--links",
                folder.resolve("links.csv")));
        args.addAll(List.of(more));
        return Bench.run(args.toArray());
    }

    @Test
    void withRoomAllIsGranted() {
        assertThat(pairs("--share", "0.5").done().summary())
                .containsEntry("pair_steps", "16")
                .containsEntry("alone_pct", "12.5000")
                .containsEntry("under_reserved_pct", "12.5000")
                .containsEntry("granted_pct", "100.0000")
                .containsEntry("overloads", "0")
                .containsEntry("cuts", "0");
    }

    @Test
    void aDrainedLinkMovesItsPairInStepsThatOverloadNothing() {
        assertThat(pairs("--share", "0.5", "--drain", "a>c").done().summary())
                .containsEntry("overloads", "0")
                .containsEntry("interrupted", "0")
                .containsEntry("cuts", "2");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(pairs("--scratch", "1").status()).isEqualTo(2);
        assertThat(pairs("--share", "0").err().get(0)).contains("--share is 0.0");
        assertThat(pairs("--per-demand", "NaN").status()).isEqualTo(2);
        assertThat(pairs("--drain", "a>d").err().get(0)).contains("must be links");
        assertThat(pairs("--drain", "a>b").err().get(0)).contains("no route leads from a to b");
        assertThat(pairs("--runs", folder.resolve("links.csv")).status()).isEqualTo(2);
        assertThat(pairs("--links", folder.resolve("runs.csv")).status()).isEqualTo(2);
    }
}
