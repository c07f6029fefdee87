package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.SnapshotFrame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Snapshots of local models and their trackers. The known events are not part of them, the factors that were learned for
 * some of them are, if there are any.
 */
final class LocalSnapshots {
    /** Trackers of version 1 held all of their state, and no calibration. */
    private static final int OLDEST = 1;

    private static final int VERSION = 2;
    private static final SnapshotFrame MODEL = new SnapshotFrame("model", 0x48524D4F, OLDEST, VERSION);
    private static final SnapshotFrame TRACKER = new SnapshotFrame("tracker", 0x48525452, OLDEST, VERSION);
    private static final int CHECKSUM = 8;

    private LocalSnapshots() {}

    static byte[] write(LocalModel model) {
        return MODEL.write(out -> {
            LocalModel.LocalSetting setting = model.setting();
            SnapshotFrame.writeKey(out, setting.key());
            out.writeUTF(setting.grid().origin().toString());
            out.writeLong(setting.grid().step().toMillis());
            out.writeUTF(setting.zone().getId());
            out.writeUTF(model.description());
            out.writeUTF(model.rung().name());
            out.writeUTF(model.rungReason());
            out.writeLong(model.firstIndex());
            writePosition(out, model.position());
            writeState(out, model.beginning());
            writeState(out, model.end());
            model.law().write(out);
            LearnedCalendar.write(model.setting().events(), out);
        });
    }

    static LocalModel model(byte[] snapshot) {
        return MODEL.read(snapshot, (in, version) -> {
            SeriesKey key = SnapshotFrame.readKey(in);
            TimeGrid grid = new TimeGrid(Instant.parse(in.readUTF()), Duration.ofMillis(in.readLong()));
            ZoneId zone = ZoneId.of(in.readUTF());
            String description = in.readUTF();
            Rung rung = Rung.valueOf(in.readUTF());
            String reason = in.readUTF();
            long first = in.readLong();
            LocalTracker.Position position = readPosition(in);
            SeriesState before = SeriesStates.read(in);
            SeriesState after = SeriesStates.read(in);
            ErrorLaw law = ErrorLaw.read(in);
            EventCalendar learned = in.available() > CHECKSUM ? LearnedCalendar.read(in) : EventCalendar.none();
            LocalModel.LocalSetting setting = new LocalModel.LocalSetting(key, grid, zone, learned);
            return new LocalModel(setting, description, rung, reason, before, after, first, position, law);
        });
    }

    static byte[] write(LocalTracker tracker) {
        return TRACKER.write(out -> {
            SnapshotFrame.writeKey(out, tracker.key());
            writePosition(out, tracker.position());
            tracker.state().writeMoving(out);
            tracker.calibration().write(out);
        });
    }

    static LocalTracker tracker(LocalModel model, byte[] snapshot) {
        return TRACKER.read(snapshot, (in, version) -> {
            SeriesKey key = SnapshotFrame.readKey(in);
            LocalTracker.Position position = readPosition(in);
            if (version == OLDEST) {
                return new LocalTracker(model, key, SeriesStates.read(in), position);
            }
            SeriesState state = model.end().readMoving(in);
            LiveCalibration calibration = LiveCalibration.read(in);
            return new LocalTracker(model, key, state, position, calibration);
        });
    }

    private static void writePosition(DataOutputStream out, LocalTracker.Position position) throws IOException {
        out.writeLong(position.next());
        out.writeLong(position.nextLocal());
        out.writeInt(position.gap());
    }

    private static LocalTracker.Position readPosition(DataInputStream in) throws IOException {
        return new LocalTracker.Position(in.readLong(), in.readLong(), in.readInt());
    }

    private static void writeState(DataOutputStream out, SeriesState state) throws IOException {
        out.writeUTF(state.kind());
        state.write(out);
    }
}
