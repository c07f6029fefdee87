package io.headroom.testkit;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs clauses in the order of their numbers: P2 before P10. */
final class ClauseOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(ClauseOrder::number).thenComparing(MethodDescriptor::getDisplayName));
    }

    /** The digits of "P12 Title"; a host's own tests, which have none, come last. */
    private static int number(MethodDescriptor method) {
        String name = method.getDisplayName();
        int end = 1;
        int number = 0;
        while (end < name.length() && Character.isDigit(name.charAt(end)) && number < 10_000) {
            number = 10 * number + Character.digit(name.charAt(end), 10);
            end++;
        }
        return end == 1 ? Integer.MAX_VALUE : number;
    }
}
