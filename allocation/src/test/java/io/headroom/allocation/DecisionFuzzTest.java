package io.headroom.allocation;

import static io.headroom.allocation.FuzzCase.PLACES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Random policies and situations, from ordinary to absurd, held against {@link DecisionInvariants}. */
class DecisionFuzzTest {
    private static final int CASES = 10_000;

    /**
     * SHA-256 over what the engine decided for the first 2,000 plain cases before it knew any further rule (commit 548f4e2, the loop of
     * {@link #digest}): defaults must leave decisions as they were.
     */
    private static final String AS_IT_WAS = "ac2c79c637f78edcadceaa3b6f5d0587318c00c80ba5687641c7774a8edbbb5a";

    /** The same of the first 2,000 rich cases before there were offers (commit de20e37). */
    private static final String WITHOUT_OFFERS = "9d9fe0011df54d8b9220f915d232cea8dc4a9c3f3b16b1a8bc4ed3380857eee3";

    private static Decision decide(FuzzCase c) {
        return new DecisionEngine(c.policy).decide(c.situation, c.history, PLACES);
    }

    private static Set<Reason.Rule> rules(LongFunction<FuzzCase> cases) {
        Set<Reason.Rule> seen = new HashSet<>();
        for (long seed = 0; seed < CASES; seed++) {
            FuzzCase c = cases.apply(seed);
            Decision decision = decide(c);
            List<String> violations = DecisionInvariants.violated(c.policy, c.situation, c.history, decision);
            long replay = seed;
            assertTrue(violations.isEmpty(), () -> "seed " + replay + ": " + violations + " in\n" + decision.explain());
            decision.resources().forEach(r -> r.reasons().forEach(reason -> seen.add(reason.rule())));
        }
        return seen;
    }

    @Test
    void everyDecisionKeepsTheInvariants() {
        Set<Reason.Rule> old = Set.of(
                Reason.Rule.FORECAST,
                Reason.Rule.HOLD_UNTIL_LEAD,
                Reason.Rule.THRESHOLD,
                Reason.Rule.COOLDOWN,
                Reason.Rule.STEP_LIMIT,
                Reason.Rule.BLIND,
                Reason.Rule.ACTUAL_DEMAND,
                Reason.Rule.BOUNDS,
                Reason.Rule.QUOTA,
                Reason.Rule.WHOLE_UNITS);
        assertEquals(old, rules(FuzzCase::plain), "rules that the cases reach");
    }

    @Test
    void everyDecisionByEveryRuleKeepsTheInvariants() {
        assertEquals(Set.of(Reason.Rule.values()), rules(FuzzCase::rich), "rules that the cases reach");
    }

    private static String digest(LongFunction<FuzzCase> cases) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long seed = 0; seed < 2_000; seed++) {
            Decision decision = decide(cases.apply(seed));
            digest.update((decision.explain() + decision.targets()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Test
    void policiesWithoutFurtherRulesDecideAsTheyDid() throws NoSuchAlgorithmException {
        assertEquals(AS_IT_WAS, digest(FuzzCase::plain));
    }

    @Test
    void policiesWithoutOffersDecideAsTheyDid() throws NoSuchAlgorithmException {
        assertEquals(WITHOUT_OFFERS, digest(FuzzCase::unpriced));
    }

    @Test
    void aDecisionIsAPureFunction() {
        for (long seed = 0; seed < 500; seed++) {
            assertEquals(decide(FuzzCase.rich(seed)), decide(FuzzCase.rich(seed)), "seed " + seed);
        }
    }

    @Test
    void locationsDoNotInfluenceEachOtherButForTheSpendingCap() {
        for (long seed = 0; seed < 500; seed++) {
            FuzzCase c = FuzzCase.uncapped(seed);
            DecisionEngine engine = new DecisionEngine(c.policy);
            List<ResourceDecision> alone = new ArrayList<>();
            PLACES.forEach(place -> alone.addAll(
                    engine.decide(c.situation, c.history, List.of(place)).resources()));
            assertEquals(alone, decide(c).resources(), "seed " + seed);
        }
    }
}
