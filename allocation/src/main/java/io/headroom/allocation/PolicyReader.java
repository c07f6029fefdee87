package io.headroom.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the policy that is in force, and takes another one from the source if the allocator can work by it. Read by one thread at a time;
 * what is in force may be asked for by any.
 */
final class PolicyReader {
    private final Supplier<AllocationPolicy> source;
    private final AllocatorBuilder settings;
    private volatile PolicyInForce inForce;
    private String refusal = "";

    /** Fails if the first policy does. */
    PolicyReader(AllocatorBuilder b) {
        this.source = AllocatorBuilder.required(b.policies, "policy");
        this.settings = b.copy();
        this.inForce = new PolicyInForce(settings, source.get());
    }

    PolicyInForce inForce() {
        return inForce;
    }

    /** Reads the source once. A refusal is a problem of every cycle in which it lasts, and an event in the first. */
    Optional<PolicyEvent> read(Instant now, List<Problem> problems) {
        PolicyInForce before = inForce;
        int known = problems.size();
        Optional<PolicyInForce> read = Problem.contain("policy", problems, () -> {
            AllocationPolicy next = source.get();
            return before.policy().equals(next) ? before : new PolicyInForce(settings, next);
        });
        if (read.isEmpty()) {
            Problem problem = problems.get(known);
            boolean told = refusal.equals(problem.message());
            refusal = problem.message();
            return told ? Optional.empty() : Optional.of(new PolicyEvent.Refused(now, problem));
        }
        refusal = "";
        inForce = read.get();
        return inForce == before
                ? Optional.empty()
                : Optional.of(new PolicyEvent.Changed(now, before.policy(), inForce.policy()));
    }
}
