package io.headroom.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A row of a kit's table: a double that fails one clause and no other.
 *
 * @param clause the clause that it fails, such as "P1"
 * @param fault what is wrong with it
 * @param subject what the subclass of the kit asks {@link KitRun#subject} for
 */
record BrokenDouble(String clause, String fault, Object subject) {
    /** One test for each row, one for the good double, and one that every clause has a row. */
    static Stream<DynamicTest> tests(Class<? extends Contract> kit, Object good, List<BrokenDouble> broken) {
        return tests(kit, good, broken, Set.of());
    }

    /** The same for a kit some of whose clauses have their rows in another table. */
    static Stream<DynamicTest> tests(
            Class<? extends Contract> kit, Object good, List<BrokenDouble> broken, Set<String> elsewhere) {
        DynamicTest first = DynamicTest.dynamicTest("the good double passes every clause", () -> passes(kit, good));
        DynamicTest second = DynamicTest.dynamicTest("every clause has a broken double", () -> {
            Set<String> rows = new HashSet<>(elsewhere);
            broken.forEach(row -> rows.add(row.clause()));
            assertEquals(KitRun.of(kit, good).clauses(), Set.copyOf(rows));
        });
        Stream<DynamicTest> each = broken.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.clause() + " fails alone: " + row.fault(), () -> row.failsAlone(kit)));
        return Stream.concat(Stream.of(first, second), each);
    }

    static void passes(Class<? extends Contract> kit, Object good) {
        KitRun run = KitRun.of(kit, good);
        assertAll(
                () -> assertEquals("", String.join("\n", run.failed().values()), "failures of the good double"),
                () -> assertEquals("", String.join("\n", run.skipped().values()), "clauses that the good double skips"),
                () -> assertTrue(run.passed().size() >= 2, () -> "too few clauses: " + run.passed()));
    }

    private void failsAlone(Class<? extends Contract> kit) {
        KitRun run = KitRun.of(kit, subject);
        assertEquals(
                Set.of(clause),
                run.failed().keySet(),
                () -> String.join("\n", run.failed().values()));
        String message = run.failed().get(clause);
        assertAll(
                () -> assertTrue(message.startsWith(clause + " "), message),
                () -> assertTrue(message.contains("  expected: "), message),
                () -> assertTrue(message.contains("  but was:  "), message),
                () -> assertTrue(message.contains("\nMaybe "), message));
    }
}
