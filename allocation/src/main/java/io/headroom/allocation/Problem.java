package io.headroom.allocation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that went wrong in a cycle and was contained. Immutable and thread-safe.
 *
 * @param step where: "state", "fleet", "telemetry", "predictions", "policy", "demand", "decision" or "provision"
 * @param message what happened
 * @param cause the exception, if there was one
 */
public record Problem(String step, String message, Optional<Throwable> cause) {
    static Problem of(String step, RuntimeException cause) {
        String message = cause.getMessage();
        return new Problem(step, message == null ? cause.getClass().getName() : message, Optional.of(cause));
    }

    /** The answer of a call, which must not be null; empty, with its problem added, if it throws. */
    static <T> Optional<T> contain(String step, List<Problem> problems, Supplier<T> call) {
        try {
            return Optional.of(Objects.requireNonNull(call.get(), "the answer was null"));
        } catch (RuntimeException e) {
            problems.add(of(step, e));
            return Optional.empty();
        }
    }
}
