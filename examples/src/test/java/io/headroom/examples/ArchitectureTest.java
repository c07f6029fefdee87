package io.headroom.examples;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.headroom.allocation.Sizing;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The direction of modules, and the purity of decisions. Each rule has been seen to fail: see {@link Offender}. */
class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.headroom.core",
                    "io.headroom.json",
                    "io.headroom.spi",
                    "io.headroom.forecasting",
                    "io.headroom.allocation",
                    "io.headroom.policy",
                    "io.headroom.simulation");

    /** Shells: what may ask the machine for the time or a thread. */
    private static final List<String> SHELLS = List.of(
            "io.headroom.spi.Deadline",
            "io.headroom.allocation.CycleThread",
            "io.headroom.allocation.AllocatorBuilder");

    private static final DescribedPredicate<JavaClass> NOT_A_SHELL = DescribedPredicate.describe(
            "not a shell",
            c -> SHELLS.stream()
                    .noneMatch(s -> c.getName().equals(s) || c.getName().startsWith(s + "$")));

    private static ArchRule mustNotKnow(String from, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static final List<ArchRule> DIRECTION = List.of(
            mustNotKnow(
                    "io.headroom.core..",
                    "io.headroom.json..",
                    "io.headroom.spi..",
                    "io.headroom.forecasting..",
                    "io.headroom.allocation..",
                    "io.headroom.simulation..",
                    "com.fasterxml..",
                    "org.slf4j.."),
            mustNotKnow(
                    "io.headroom.json..", "io.headroom.spi..", "io.headroom.forecasting..", "io.headroom.allocation.."),
            mustNotKnow(
                    "io.headroom.spi..", "io.headroom.json..", "io.headroom.forecasting..", "io.headroom.allocation.."),
            mustNotKnow("io.headroom.forecasting..", "io.headroom.allocation..", "io.headroom.simulation.."),
            mustNotKnow("io.headroom.forecasting", "io.headroom.forecasting.lstm.."),
            mustNotKnow("io.headroom.forecasting.internal..", "io.headroom.forecasting.lstm.."),
            mustNotKnow(
                    "io.headroom.forecasting.lstm..", "io.headroom.forecasting", "io.headroom.forecasting.internal.."),
            mustNotKnow(
                    "io.headroom.allocation..",
                    "io.headroom.forecasting..",
                    "io.headroom.simulation..",
                    "io.headroom.policy..",
                    "com.fasterxml.jackson.dataformat.."),
            mustNotKnow("io.headroom.policy..", "io.headroom.forecasting..", "io.headroom.simulation.."),
            mustNotKnow("io.headroom.simulation..", "io.headroom.forecasting.."));

    private static ArchRule noAmbientTime() {
        return noClasses()
                .that(NOT_A_SHELL)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");
    }

    private static ArchRule decisionsArePure() {
        return noClasses()
                .that()
                .haveNameMatching("io\\.headroom\\.allocation\\."
                        + "(DecisionEngine|DecisionPass|ForecastRules|PaceRules|BoundRules|ActivePolicy|Recent|ChangeHistory|TypedNeeds"
                        + "|Placement|Proposal|Sizing|CheapestCover|UsualNeed|NeedRules|PartnerRules|PartnerBalance"
                        + "|ResourceDeltaCalculator|ActualDemand|DemandTerms|AllocationState"
                        + "|(rules|plan|cost|pairs)\\..*)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(io|nio|net)\\..*|java\\.time\\.(Clock|InstantSource)|org\\.slf4j\\..*"
                        + "|io\\.headroom\\.spi\\.(Provisioner|TelemetrySource|PredictionService|StateStore)");
    }

    @Test
    void knowledgePointsOneWay() {
        DIRECTION.forEach(rule -> rule.check(LIBRARY));
    }

    @Test
    void onlyShellsAskForTheTime() {
        noAmbientTime().check(LIBRARY);
    }

    @Test
    void decisionsTouchNothing() {
        decisionsArePure().check(LIBRARY);
    }

    @Test
    void theRuleOnTimeFailsOnAnOffender() {
        EvaluationResult result = noAmbientTime().evaluate(new ClassFileImporter().importClasses(Offender.class));
        assertThat(result.getFailureReport().getDetails()).anyMatch(d -> d.contains("java.time.Instant.now()"));
    }

    @Test
    void theRuleOnDirectionFailsOnAnOffender() {
        EvaluationResult result = mustNotKnow("io.headroom.examples..", "io.headroom.allocation..")
                .evaluate(new ClassFileImporter().importClasses(Offender.class));
        assertThat(result.hasViolation()).isTrue();
    }

    /** Breaks the rules on purpose. */
    static final class Offender {
        Instant when() {
            return Instant.now();
        }

        Sizing sizing() {
            return new Sizing(0.99, 1);
        }
    }
}
