package io.headroom.testkit;

import io.headroom.spi.PredictionService;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PredictionServiceKitTest {
    static class Subject extends PredictionServiceContract {
        @Override
        protected PredictionService create() {
            return KitRun.subject(MemoryPredictions.Maker.class).make();
        }

        @Override
        protected void cutOff(PredictionService service) {
            ((MemoryPredictions) service).unreachable = true;
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(2);
        }
    }

    @TestFactory
    Stream<DynamicTest> predictionServices() {
        MemoryPredictions.Maker good = MemoryPredictions::new;
        return BrokenDouble.tests(Subject.class, good, PredictionFaults.rows());
    }
}
