package io.headroom.forecasting.lstm;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.EventEffects;
import io.headroom.spi.FitRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The histories to learn from, and which part of them is held out. Of twenty series or more that are short against the horizon, every
 * eighth is held out as a whole; else the end of each. Immutable and thread-safe.
 */
final class Corpus {
    private static final int MANY = 20;
    private static final int EACH = 8;
    private static final double SHARE = 0.15;

    private final List<Piece> pieces;
    private final long steps;

    /** A series; targets before {@code end} are learned from, those after it are held out. */
    record Piece(TrainingSeries series, int end) {}

    private Corpus(List<Piece> pieces) {
        this.pieces = pieces;
        this.steps = pieces.stream().mapToLong(p -> p.series().length()).sum();
    }

    /** Lays out what there is; stops early, with less to learn from, if time is up. */
    static Corpus of(LstmFrame frame, FitRequest request, Names names, StopSign stop) {
        List<TrainingSeries> all = new ArrayList<>();
        for (Map.Entry<SeriesKey, RateSeries> entry : request.series().entrySet()) {
            if (stop.isUp()) {
                break;
            }
            SeriesKey key = entry.getKey();
            EventEffects events = new EventEffects(request.events(), key.flow(), frame.grid());
            TrainingSeries series = TrainingSeries.of(frame, key, entry.getValue(), events, names.rows(key));
            if (series.length() > Math.max(4, frame.period() + 1)) {
                all.add(series);
            }
        }
        return new Corpus(cut(frame, all));
    }

    private static List<Piece> cut(LstmFrame frame, List<TrainingSeries> all) {
        int typical = all.stream()
                .mapToInt(TrainingSeries::length)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElse(0);
        boolean whole = all.size() >= MANY && typical < 5 * frame.horizon();
        List<Piece> pieces = new ArrayList<>();
        for (TrainingSeries series : all) {
            int n = series.length();
            int end = n - Math.min(frame.horizon(), (int) (SHARE * n));
            if (whole) {
                end = pieces.size() % EACH == EACH / 2 ? 0 : n;
            }
            pieces.add(new Piece(series, end));
        }
        return pieces;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The series to learn from. */
    List<Piece> learned() {
        return pieces.stream().filter(p -> p.end() > 0).toList();
    }

    /** The series with something held out. */
    List<Piece> held() {
        return pieces.stream().filter(p -> p.end() < p.series().length()).toList();
    }

    /** Steps of all histories. */
    long steps() {
        return steps;
    }
}
