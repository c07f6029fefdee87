package io.headroom.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WhatIfCommandTest {
    @TempDir
    Path folder;

    @Test
    void threePoliciesAreShownSideBySide() {
        StringWriter out = new StringWriter();
        Path page = folder.resolve("what-if.html");
        int status = new CommandLine(new WhatIfCommand())
                .setOut(new PrintWriter(out))
                .execute("--days", "1", "--out", page.toString());
        assertThat(status).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("24 steps of PT1H from 2013-02-05T05:00:00Z, 437 pools"))
                .anyMatch(line -> line.startsWith("quantile 0.90") && line.contains(" %"))
                .anyMatch(line -> line.startsWith("0.90, down only every 3 h"));
        assertThat(page).content().contains("Flights out of New York: what if?").contains("Against quantile 0.98");
    }
}
