package io.headroom.testkit;

import io.headroom.spi.Predictor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PredictorKitTest {
    static class Subject extends PredictorContract {
        @Override
        protected Predictor create() {
            return KitRun.subject(PredictorDouble.Maker.class).get();
        }
    }

    static class GlobalSubject extends GlobalPredictorContract {
        @Override
        protected Predictor create() {
            return KitRun.subject(PredictorDouble.Maker.class).get();
        }
    }

    private static List<BrokenDouble> localRows() {
        return Stream.of(
                        FitFaults.rows(),
                        ForecastFaults.rows(),
                        TrackFaults.rows(),
                        SnapshotFaults.rows(),
                        SpeedFaults.rows(),
                        EventFaults.rows())
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> predictors() {
        PredictorDouble.Maker good = () -> new LastValuePredictor(Predictor.Scope.LOCAL);
        return BrokenDouble.tests(Subject.class, good, localRows());
    }

    @TestFactory
    Stream<DynamicTest> globalPredictors() {
        Set<String> elsewhere = localRows().stream().map(BrokenDouble::clause).collect(Collectors.toSet());
        PredictorDouble.Maker good = GlobalFaults::good;
        return BrokenDouble.tests(GlobalSubject.class, good, GlobalFaults.rows(), elsewhere);
    }
}
