package io.headroom.forecasting.lstm;

import io.headroom.core.Checks;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.Shape;
import io.headroom.spi.SnapshotFrame;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Snapshots of models and their trackers. A tracker's snapshot holds its state alone, and a check number of the weights that the state
 * belongs to. Known events are not part of either.
 */
final class LstmSnapshots {
    private static final SnapshotFrame MODEL = new SnapshotFrame("model", 0x48524C4D, 1, 1);
    private static final SnapshotFrame TRACKER = new SnapshotFrame("tracker", 0x48524C54, 1, 1);
    private static final int LARGEST_PART = 4096;

    private LstmSnapshots() {}

    static byte[] write(LstmModel model) {
        return MODEL.write(out -> {
            LstmFrame frame = model.frame();
            out.writeUTF(frame.grid().origin().toString());
            out.writeLong(frame.grid().step().toMillis());
            out.writeUTF(frame.zone().getId());
            out.writeInt(frame.periods().size());
            for (int period : frame.periods()) {
                out.writeInt(period);
            }
            out.writeInt(frame.horizon());
            out.writeLong(frame.span());
            LstmModel.Verdict verdict = model.verdict();
            out.writeUTF(verdict.description());
            out.writeUTF(verdict.rung().name());
            out.writeUTF(verdict.reason());
            out.writeDouble(verdict.memory());
            List<String> names = model.names().all();
            out.writeInt(names.size());
            for (String name : names) {
                out.writeUTF(name);
            }
            writeNetwork(out, model.network());
            out.writeInt(model.keys().size());
            for (SeriesKey key : model.keys()) {
                SnapshotFrame.writeKey(out, key);
                writeState(out, model.standing(key));
            }
        });
    }

    static LstmModel model(byte[] snapshot) {
        return MODEL.read(snapshot, (in, version) -> {
            TimeGrid grid = new TimeGrid(Instant.parse(in.readUTF()), Duration.ofMillis(in.readLong()));
            ZoneId zone = ZoneId.of(in.readUTF());
            List<Integer> periods = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                periods.add(in.readInt());
            }
            LstmFrame frame = new LstmFrame(grid, zone, periods, in.readInt(), in.readLong());
            LstmModel.Verdict verdict =
                    new LstmModel.Verdict(in.readUTF(), Rung.valueOf(in.readUTF()), in.readUTF(), in.readDouble());
            List<String> names = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                names.add(in.readUTF());
            }
            Network network = readNetwork(in, frame, names.size() + 1);
            SortedMap<SeriesKey, LstmState> states = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                SeriesKey key = SnapshotFrame.readKey(in);
                states.put(key, readState(in, frame, network));
            }
            return LstmModel.restored(frame, network, new Names(names), verdict, states);
        });
    }

    static byte[] write(LstmTracker tracker, LstmModel model) {
        return TRACKER.write(out -> {
            out.writeLong(model.fingerprint());
            SnapshotFrame.writeKey(out, tracker.key());
            writeState(out, tracker.state());
        });
    }

    static LstmTracker tracker(LstmModel model, byte[] snapshot) {
        return TRACKER.read(snapshot, (in, version) -> {
            if (in.readLong() != model.fingerprint()) {
                throw Checks.failure(
                        "tracker snapshot",
                        "must be of this model",
                        "the model was fitted anew: track from the history");
            }
            SeriesKey key = SnapshotFrame.readKey(in);
            return new LstmTracker(model, key, readState(in, model.frame(), model.network()));
        });
    }

    /** A number that tells networks apart. */
    static long fingerprint(Network network) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeNetwork(out, network);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes.toByteArray());
        return crc.getValue();
    }

    private static void writeNetwork(DataOutputStream out, Network network) throws IOException {
        Shape shape = network.shape();
        out.writeInt(shape.embedding());
        out.writeInt(shape.hidden());
        out.writeInt(shape.decoder());
        float[] weights = network.weights();
        out.writeInt(weights.length);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    private static Network readNetwork(DataInputStream in, LstmFrame frame, int names) throws IOException {
        int embedding = Checks.inRange(in.readInt(), 1, LARGEST_PART, "size of an embedding");
        int hidden = Checks.inRange(in.readInt(), 1, LARGEST_PART, "cells of the memory");
        int decoder = Checks.inRange(in.readInt(), 1, LARGEST_PART, "units of the decoder");
        LstmSettings settings = new LstmSettings(hidden, decoder, embedding, frame.horizon(), 0, 1, 1, 0);
        Shape shape = frame.shape(settings, names);
        Checks.inRange(in.readInt(), shape.size(), shape.size(), "number of weights");
        float[] weights = new float[shape.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Checks.finite(in.readFloat(), "weight");
        }
        return Network.of(shape, weights);
    }

    private static void writeState(DataOutputStream out, LstmState state) throws IOException {
        out.writeLong(state.next);
        state.gauge.write(out);
        for (float h : state.hidden) {
            out.writeFloat(h);
        }
        for (float c : state.cells) {
            out.writeFloat(c);
        }
    }

    private static LstmState readState(DataInputStream in, LstmFrame frame, Network network) throws IOException {
        LstmState state = new LstmState(frame.gauge(), network.shape().hidden(), in.readLong());
        state.gauge.read(in);
        for (int j = 0; j < state.hidden.length; j++) {
            state.hidden[j] = in.readFloat();
        }
        for (int j = 0; j < state.cells.length; j++) {
            state.cells[j] = in.readFloat();
        }
        return state;
    }
}
