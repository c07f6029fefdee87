package io.headroom.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.SeriesKey;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What surrounds a snapshot: every change of a byte is noticed. */
class SnapshotFrameTest {
    private static final SnapshotFrame FRAME = new SnapshotFrame("tracker", 0x41E24344, 2, 3);
    private static final SeriesKey KEY = SeriesKey.bytes(Flow.of("eu", "us", "order"));

    private static byte[] snapshot() {
        return FRAME.write(out -> {
            SnapshotFrame.writeKey(out, KEY);
            out.writeDouble(0.25);
        });
    }

    private static double read(DataInputStream in, int version) throws IOException {
        assertThat(SnapshotFrame.readKey(in)).isEqualTo(KEY);
        return version * in.readDouble();
    }

    @Test
    void whatIsWrittenIsReadWithItsVersion() {
        assertThat(FRAME.marks(snapshot())).isTrue();
        double value = FRAME.read(snapshot(), SnapshotFrameTest::read);
        assertThat(value).isEqualTo(0.75);
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] whole = snapshot();
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x10;
            assertThatThrownBy(() -> FRAME.read(changed, SnapshotFrameTest::read))
                    .as("byte " + i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyCutIsNoticed() {
        byte[] whole = snapshot();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FRAME.read(cut, SnapshotFrameTest::read))
                    .as("length " + length)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void otherKindsAndVersionsAreNamed() {
        SnapshotFrame other = new SnapshotFrame("model", 0x41424344, 1, 1);
        assertThat(other.marks(snapshot())).isFalse();
        assertThatThrownBy(() -> other.read(snapshot(), (in, version) -> 0)).hasMessageContaining("something else");
        SnapshotFrame newer = new SnapshotFrame("tracker", FRAME.mark(), 2, 4);
        assertThatThrownBy(() -> FRAME.read(newer.write(out -> out.writeInt(1)), (in, version) -> 0))
                .hasMessageContaining("version 4")
                .hasMessageContaining("[2, 3]");
    }

    @Test
    void contentThatEndsEarlyIsDamage() {
        assertThatThrownBy(
                        () -> FRAME.read(FRAME.write(out -> out.writeInt(1)), (in, version) -> in.readNBytes(99)[50]))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> FRAME.read(
                        FRAME.write(out -> out.writeInt(1)),
                        (in, version) -> in.readUTF()
                                + in.readUTF()
                                + in.readUTF()
                                + in.readUTF()
                                + in.readUTF()
                                + in.readUTF()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void versionsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new SnapshotFrame("model", 1, 3, 2)).hasMessageContaining("version");
    }
}
