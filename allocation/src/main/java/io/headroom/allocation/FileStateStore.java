package io.headroom.allocation;

import io.headroom.core.Checks;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;

/**
 * Keeps state in one file a key. A save writes a temporary file, forces it to disk and renames it, so that a crash leaves the old content or
 * the new one. Each file carries its length and a checksum: a truncated or damaged one is reported and left as it is.
 *
 * <p>Layout, big-endian: 8 bytes "HEADROOM", int version 1, long revision, int length, content, long CRC-32 of all before. Thread-safe, and
 * safe between stores in one process or in several on one machine, by a lock file. Where the file system folds case, so do keys.
 */
public final class FileStateStore implements StateStore {
    private static final long MAGIC = 0x48454144524F4F4DL;
    private static final int VERSION = 1;
    private static final int HEADER = 24;
    private static final int TRAILER = 8;

    /** File locks are held by the process as a whole, so its threads take turns by this one. */
    private static final ReentrantLock SAVING = new ReentrantLock();

    private final Path folder;

    /**
     * A store in a folder.
     *
     * @param folder the folder; made if it is not there
     * @throws AdapterException if it can't be made
     */
    public FileStateStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failed("state folder " + folder, "made", e);
        }
    }

    @Override
    public Optional<Revision> load(String key) {
        Path file = file(key);
        try {
            return Optional.of(decode(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("state file " + file, "read", e);
        }
    }

    @Override
    public OptionalLong save(String key, byte[] bytes, long expected) {
        Path file = file(key);
        Path lockFile = folder.resolve(key + ".lock");
        SAVING.lock();
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException(lockFile + " was not locked");
            }
            long stored = load(key).map(Revision::number).orElse(0L);
            if (stored != expected) {
                return OptionalLong.empty();
            }
            write(file, encode(stored + 1, bytes));
            return OptionalLong.of(stored + 1);
        } catch (IOException e) {
            throw failed("state file " + file, "written", e);
        } finally {
            SAVING.unlock();
        }
    }

    private Path file(String key) {
        return folder.resolve(StateKeys.check(key) + ".state");
    }

    private void write(Path file, byte[] content) throws IOException {
        Path temporary = folder.resolve(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] encode(long revision, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + bytes.length + TRAILER);
        buffer.putLong(MAGIC)
                .putInt(VERSION)
                .putLong(revision)
                .putInt(bytes.length)
                .put(bytes);
        buffer.putLong(checksum(buffer.array(), HEADER + bytes.length));
        return buffer.array();
    }

    private static Revision decode(Path file, byte[] content) {
        if (content.length < HEADER + TRAILER) {
            throw damaged(file, "length " + content.length, "must be at least " + (HEADER + TRAILER));
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        long magic = buffer.getLong();
        if (magic != MAGIC) {
            throw damaged(file, "beginning " + Long.toHexString(magic), "must be " + Long.toHexString(MAGIC));
        }
        int version = buffer.getInt();
        if (version != VERSION) {
            throw damaged(file, "version " + version, "must be " + VERSION);
        }
        long revision = buffer.getLong();
        int length = buffer.getInt();
        if (length < 0 || content.length != (long) HEADER + length + TRAILER) {
            throw damaged(file, "length " + content.length, "must be " + ((long) HEADER + length + TRAILER));
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        long checksum = buffer.getLong();
        long expected = checksum(content, HEADER + length);
        if (checksum != expected) {
            throw damaged(
                    file,
                    "checksum " + Long.toHexString(checksum),
                    "must be that of the content, " + Long.toHexString(expected));
        }
        return new Revision(revision, bytes);
    }

    private static AdapterException damaged(Path file, String what, String bound) {
        return new AdapterException(
                Checks.message(
                        "state file " + file + ": " + what,
                        bound,
                        "the disk was full or the file was edited; it is left as it is: restore it from a backup, or move it away to start afresh"));
    }

    private static AdapterException failed(String what, String verb, IOException cause) {
        return new AdapterException(
                Checks.message(
                        what,
                        "can't be " + verb + ": " + cause,
                        "the folder is not there, is not the process's own, or its disk is full"),
                cause);
    }

    private static long checksum(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return crc.getValue();
    }
}
