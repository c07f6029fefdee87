package io.headroom.forecasting.internal.joined;

import io.headroom.core.Checks;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Snapshots within a snapshot, each with its length before it. */
final class Parts {
    private Parts() {}

    static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    static byte[] read(DataInputStream in) throws IOException {
        int length = Checks.inRange(in.readInt(), 0, in.available(), "length of a part");
        return in.readNBytes(length);
    }
}
