package io.headroom.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Bytes with their kind in front and a checksum behind. */
final class Sealed {
    private Sealed() {}

    /** Writes the content. */
    @FunctionalInterface
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    static byte[] bytes(int kind, Writer content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(kind);
            content.write(out);
            out.writeLong(checksum(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static DataInputStream open(byte[] sealed, int kind) {
        int length = sealed.length - Long.BYTES;
        boolean sound = length >= Integer.BYTES
                && ByteBuffer.wrap(sealed).getInt() == kind
                && ByteBuffer.wrap(sealed).getLong(length) == checksum(Arrays.copyOf(sealed, length));
        if (!sound) {
            throw new IllegalArgumentException("these " + sealed.length + " bytes are no snapshot of kind " + kind);
        }
        return new DataInputStream(new ByteArrayInputStream(sealed, Integer.BYTES, length - Integer.BYTES));
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }
}
