package io.headroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The form of every refusal: one line with the thing, the value and the bound, then one that begins "Maybe". */
final class Refusals {
    private Refusals() {}

    static void assertRefused(ThrowingCallable call, String... parts) {
        Throwable refusal = catchThrowable(call);
        assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
        List<String> lines = refusal.getMessage().lines().toList();
        assertThat(lines).as("lines of '%s'", refusal.getMessage()).hasSize(2);
        assertThat(lines.get(0)).contains(parts).endsWith(".");
        assertThat(lines.get(1)).startsWith("Maybe ").endsWith(".");
    }
}
