package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.Measure;
import io.headroom.core.SeriesKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.zip.CRC32;

/**
 * What surrounds every snapshot of a model or a tracker, so that bytes that are cut off, changed, or of something else are refused with
 * a reason. Layout: int mark, short version, content, long CRC-32 of all before. For authors of predictors; immutable and thread-safe.
 *
 * @param what what it is a snapshot of, for messages, for example "tracker"
 * @param mark four bytes that tell its kind
 * @param oldest oldest version that is still read, 1 or more
 * @param version version that is written
 */
public record SnapshotFrame(String what, int mark, int oldest, int version) {
    private static final int HEAD = 6;
    private static final int CHECKSUM = 8;

    /** Writes content. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes.
         *
         * @param out where to
         * @throws IOException if writing fails
         */
        void write(DataOutputStream out) throws IOException;
    }

    /**
     * Reads content.
     *
     * @param <T> what is read
     */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * Reads.
         *
         * @param in where from; 8 bytes are still available behind the content
         * @param version version that the snapshot was written in
         * @return what was read
         * @throws IOException if the content ends early or is wrong
         */
        T read(DataInputStream in, int version) throws IOException;
    }

    /**
     * Checks.
     *
     * @param what what it is a snapshot of
     * @param mark four bytes that tell its kind
     * @param oldest oldest version that is still read
     * @param version version that is written
     * @throws IllegalArgumentException if the versions are out of order
     */
    public SnapshotFrame {
        Checks.inRange(oldest, 1, Short.MAX_VALUE, "oldest version");
        Checks.inRange(version, oldest, Short.MAX_VALUE, "version");
    }

    /**
     * Writes a snapshot.
     *
     * @param content writes what is inside
     * @return a new array
     */
    public byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(mark);
            out.writeShort(version);
            content.write(out);
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Whether bytes begin with the mark of this frame.
     *
     * @param snapshot any bytes
     * @return true if they do
     */
    public boolean marks(byte[] snapshot) {
        return snapshot.length > HEAD + CHECKSUM
                && (snapshot[0] & 0xFF) == mark >>> 24
                && (snapshot[1] & 0xFF) == (mark >>> 16 & 0xFF)
                && (snapshot[2] & 0xFF) == (mark >>> 8 & 0xFF)
                && (snapshot[3] & 0xFF) == (mark & 0xFF);
    }

    /**
     * Reads a snapshot.
     *
     * @param <T> what is read
     * @param snapshot what {@link #write} gave
     * @param content reads what is inside
     * @return what was read
     * @throws IllegalArgumentException if the bytes are of another kind or version, cut off, extended or changed
     */
    public <T> T read(byte[] snapshot, Reading<T> content) {
        if (!marks(snapshot)) {
            throw Checks.failure(
                    what + " snapshot of " + snapshot.length + " bytes",
                    "must begin with its mark",
                    "it is of something else or was cut off");
        }
        int length = snapshot.length - CHECKSUM;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
            in.skipBytes(4);
            int found = in.readShort();
            if (found < oldest || found > version) {
                throw Checks.failure(
                        what + " snapshot version " + found,
                        "must be in [" + oldest + ", " + version + "]",
                        "a newer release wrote it");
            }
            long stored = new DataInputStream(new ByteArrayInputStream(snapshot, length, CHECKSUM)).readLong();
            if (stored != checksum(snapshot, length)) {
                throw Checks.failure(
                        what + " snapshot checksum", "must match its content", "it was cut off or damaged");
            }
            return content.read(in, found);
        } catch (IOException | DateTimeException e) {
            throw new IllegalArgumentException(
                    Checks.message(what + " snapshot", "must be one that this library wrote", "it was damaged"), e);
        }
    }

    /**
     * Writes the name of a series.
     *
     * @param out where to
     * @param key the name
     * @throws IOException if writing fails
     */
    public static void writeKey(DataOutput out, SeriesKey key) throws IOException {
        out.writeUTF(key.flow().key());
        out.writeUTF(key.measure().name());
    }

    /**
     * Reads the name of a series.
     *
     * @param in where from
     * @return the name
     * @throws IOException if reading fails
     * @throws IllegalArgumentException if it is no name of a series
     */
    public static SeriesKey readKey(DataInput in) throws IOException {
        return new SeriesKey(Flow.parse(in.readUTF()), Measure.valueOf(in.readUTF()));
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
