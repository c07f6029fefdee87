package io.headroom.forecasting;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.Measure;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.EventCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.CRC32;

/**
 * Snapshots of local models and their trackers. Layout: int magic, short version, content, long CRC-32 of all before.
 * The known events are not part of it, the factors that were learned for some of them are, if there are any.
 */
final class LocalSnapshots {
    private static final int MODEL = 0x48524D4F;
    private static final int TRACKER = 0x48525452;
    private static final int VERSION = 2;

    /** Trackers of version 1 held all of their state, and no calibration. */
    private static final int OLDEST = 1;

    private static final int CHECKSUM = 8;

    private LocalSnapshots() {}

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T read(DataInputStream in, int version) throws IOException;
    }

    static byte[] write(LocalModel model) {
        return frame(MODEL, out -> {
            LocalModel.LocalSetting setting = model.setting();
            writeKey(out, setting.key());
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
        return unframe("model", MODEL, snapshot, (in, version) -> {
            SeriesKey key = readKey(in);
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
        return frame(TRACKER, out -> {
            writeKey(out, tracker.key());
            writePosition(out, tracker.position());
            tracker.state().writeMoving(out);
            tracker.calibration().write(out);
        });
    }

    static LocalTracker tracker(LocalModel model, byte[] snapshot) {
        return unframe("tracker", TRACKER, snapshot, (in, version) -> {
            SeriesKey key = readKey(in);
            LocalTracker.Position position = readPosition(in);
            if (version == OLDEST) {
                return new LocalTracker(model, key, SeriesStates.read(in), position);
            }
            SeriesState state = model.end().readMoving(in);
            LiveCalibration calibration = LiveCalibration.read(in);
            return new LocalTracker(model, key, state, position, calibration);
        });
    }

    private static void writeKey(DataOutputStream out, SeriesKey key) throws IOException {
        out.writeUTF(key.flow().key());
        out.writeUTF(key.measure().name());
    }

    private static SeriesKey readKey(DataInputStream in) throws IOException {
        return new SeriesKey(Flow.parse(in.readUTF()), Measure.valueOf(in.readUTF()));
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

    private static byte[] frame(int magic, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(magic);
            out.writeShort(VERSION);
            content.write(out);
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T unframe(String what, int magic, byte[] snapshot, Reading<T> content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
            int length = snapshot.length - CHECKSUM;
            if (length <= 6 || in.readInt() != magic) {
                throw Checks.failure(
                        what + " snapshot of " + snapshot.length + " bytes",
                        "must begin with its mark",
                        "it is of something else or was cut off");
            }
            int version = in.readShort();
            if (version < OLDEST || version > VERSION) {
                throw Checks.failure(
                        what + " snapshot version " + version,
                        "must be in [" + OLDEST + ", " + VERSION + "]",
                        "a newer release wrote it");
            }
            long stored = new DataInputStream(new ByteArrayInputStream(snapshot, length, CHECKSUM)).readLong();
            if (stored != checksum(snapshot, length)) {
                throw Checks.failure(
                        what + " snapshot checksum", "must match its content", "it was cut off or damaged");
            }
            return content.read(in, version);
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException(
                    Checks.message(what + " snapshot", "must be one that this library wrote", "it was damaged"), e);
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
