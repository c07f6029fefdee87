package io.headroom.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/**
 * Checks of one clause. A failure names the clause, the place, what was expected, what came and how it may be mended.
 */
final class Clause {
    private final String title;
    private final Map<Capability, String> absent;
    private String place = "";
    private String maybe = "the implementation departs from the contract in its javadoc";

    Clause(String title, Map<Capability, String> absent) {
        this.title = title;
        this.absent = absent;
    }

    /** What a failure is likely due to and what mends it, without the word "Maybe". */
    void mend(String likelyCause) {
        maybe = likelyCause;
    }

    /** Where in the clause we are, for the message. */
    void at(String where) {
        place = where;
    }

    /** Skips the clause if the host declared the capability absent. */
    void needs(Capability capability) {
        String reason = absent.get(capability);
        if (reason != null) {
            at("absent()");
            hold(!reason.isBlank(), "a reason why " + capability + " is absent", "a blank text");
            Assumptions.abort(title + " is skipped: the host declares " + capability + " absent: " + reason);
        }
    }

    void hold(boolean ok, String expected, @Nullable Object got) {
        if (!ok) {
            throw failure(expected, String.valueOf(got), null);
        }
    }

    void same(@Nullable Object expected, @Nullable Object got) {
        hold(Objects.equals(expected, got), String.valueOf(expected), got);
    }

    /** The same elements, in any order; a failure lists the differences alone. */
    void sameElements(Collection<?> expected, Collection<?> got) {
        List<Object> missing = new ArrayList<>(expected);
        List<Object> extra = new ArrayList<>(got);
        missing.removeAll(got);
        extra.removeAll(expected);
        boolean ok = missing.isEmpty() && extra.isEmpty();
        hold(
                ok,
                "the " + expected.size() + " that belong here",
                "missing " + few(missing) + ", too many " + few(extra));
    }

    private static String few(List<?> all) {
        return all.size() <= 4 ? all.toString() : all.size() + " such as " + all.subList(0, 4);
    }

    /** Equal within a tolerance that is relative to a scale. */
    void near(double expected, double got, double tolerance, double scale) {
        boolean ok = Double.compare(expected, got) == 0 || Math.abs(expected - got) <= tolerance * scale;
        hold(ok, expected + " within " + tolerance + " times " + scale, got);
    }

    /** The call must throw an IllegalArgumentException. */
    void refuses(Executable call) {
        String expected = "an IllegalArgumentException";
        try {
            call.execute();
        } catch (IllegalArgumentException e) {
            return;
        } catch (Throwable e) {
            throw failure(expected, e.toString(), e);
        }
        throw failure(expected, "no exception", null);
    }

    /** The value, which must not be null. */
    <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw failure(what, "null", null);
        }
        return value;
    }

    AssertionFailedError threw(Exception e) {
        return failure("no exception", e.toString(), e);
    }

    private AssertionFailedError failure(String expected, String got, @Nullable Throwable cause) {
        String message = String.join(
                System.lineSeparator(),
                title + (place.isEmpty() ? "" : ": " + place),
                "  expected: " + expected,
                "  but was:  " + got,
                "Maybe " + maybe + ".");
        return new AssertionFailedError(message, cause);
    }
}
