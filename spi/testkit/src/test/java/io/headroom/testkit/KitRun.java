package io.headroom.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of the clauses of one kit when it was run against a double.
 *
 * @param passed clauses that hold, such as "P1"
 * @param failed clauses that do not, each with its message
 * @param skipped clauses that were skipped, each with its message
 */
record KitRun(Set<String> passed, Map<String, String> failed, Map<String, String> skipped) {
    private static final AtomicReference<Object> DOUBLE = new AtomicReference<>(new Object());

    /** Runs a subclass of a kit; it asks {@link #subject} for the double. */
    static KitRun of(Class<? extends Contract> kit, Object subject) {
        DOUBLE.set(subject);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(kit))
                .build();
        Collector collector = new Collector();
        LauncherFactory.create().execute(request, collector);
        return new KitRun(collector.passed, collector.failed, collector.skipped);
    }

    /** The double of the run that is going on. */
    static <T> T subject(Class<T> type) {
        return type.cast(DOUBLE.get());
    }

    /** All clauses of the kit. */
    Set<String> clauses() {
        Set<String> all = new TreeSet<>(passed);
        all.addAll(failed.keySet());
        all.addAll(skipped.keySet());
        return Collections.unmodifiableSet(all);
    }

    /** Sorts results by the clause's number. */
    private static final class Collector implements TestExecutionListener {
        private final Set<String> passed = new TreeSet<>();
        private final Map<String, String> failed = new TreeMap<>();
        private final Map<String, String> skipped = new TreeMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String title = test.getDisplayName();
            String clause = title.contains(" ") ? title.substring(0, title.indexOf(' ')) : title;
            String message = result.getThrowable()
                    .map(t -> String.valueOf(t.getMessage()))
                    .orElse("");
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.put(clause, message);
            } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
                skipped.put(clause, message);
            } else if (test.isTest()) {
                passed.add(clause);
            }
        }
    }
}
