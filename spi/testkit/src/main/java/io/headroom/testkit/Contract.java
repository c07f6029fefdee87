package io.headroom.testkit;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;

/**
 * What all kits share. A kit's test methods are its clauses; their display names begin with the clause's number.
 * Subclasses supply what the kit asks for and may add tests of their own.
 */
@TestMethodOrder(ClauseOrder.class)
@Execution(ExecutionMode.SAME_THREAD)
public abstract class Contract {
    private String title = "";

    /** For subclasses. */
    protected Contract() {}

    /**
     * What the implementation, or the test bed around it, can't do. Clauses that need it are reported as skipped.
     *
     * @return for each absent capability the reason, in a sentence; by default nothing is absent
     */
    protected Map<Capability, String> absent() {
        return Map.of();
    }

    /**
     * How long a call may take that should return promptly; what takes longer counts as hanging.
     *
     * @return above zero; by default 10 seconds
     */
    protected Duration patience() {
        return Duration.ofSeconds(10);
    }

    @BeforeEach
    final void remember(TestInfo info) {
        title = info.getDisplayName();
    }

    /** Runs a clause; whatever it throws becomes a failure that names the clause. */
    final void check(Body body) {
        Clause clause = new Clause(title, absent());
        try {
            body.run(clause);
        } catch (TestAbortedException e) {
            throw e;
        } catch (Exception e) {
            throw clause.threw(e);
        }
    }

    /** What to throw from the default of a hook that a clause needs. */
    static UnsupportedOperationException missing(String hook, Capability capability) {
        return new UnsupportedOperationException(
                "override " + hook + ", or declare " + capability + " absent with the reason in absent()");
    }

    /** The body of a clause. */
    @FunctionalInterface
    interface Body {
        void run(Clause clause) throws Exception;
    }
}
