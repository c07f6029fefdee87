package io.headroom.policy;

import io.headroom.allocation.AllocationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A policy in a file that may be edited while an allocator is running: given to {@code AllocatorBuilder.policies}, it is read once a cycle,
 * and the allocator keeps the old policy as long as a new one is refused. A file that was not changed gives the same policy, or the same
 * refusal, again. Whoever edits it should write another file and rename it; half a file is refused, and read again in the next cycle.
 * Thread-safe.
 */
public final class PolicyFile implements Supplier<AllocationPolicy> {
    private final Path file;
    private final PolicyFormat format;
    private byte[] last = {};
    private Supplier<AllocationPolicy> answer = () -> {
        throw PolicyException.of("document", "", "must not be empty", "the file was being written");
    };

    /**
     * A policy in a file.
     *
     * @param file its name ends in .json, .yaml or .yml
     * @throws IllegalArgumentException if it ends otherwise
     */
    public PolicyFile(Path file) {
        this.file = file;
        this.format = PolicyFormat.of(file);
    }

    /**
     * Reads the file.
     *
     * @return its policy
     * @throws PolicyException if it holds none
     * @throws UncheckedIOException if it can't be read
     */
    @Override
    public synchronized AllocationPolicy get() {
        byte[] now = bytes();
        if (!Arrays.equals(now, last)) {
            answer = answer(now);
            last = now;
        }
        return answer.get();
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("policy file '" + file + "' can't be read: " + e.getMessage(), e);
        }
    }

    private Supplier<AllocationPolicy> answer(byte[] bytes) {
        try {
            AllocationPolicy policy = format.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            return () -> policy;
        } catch (CharacterCodingException e) {
            return () -> {
                throw PolicyException.of("document", "", "must be UTF-8", "it was saved in another encoding");
            };
        } catch (PolicyException e) {
            return () -> {
                throw new PolicyException(e.path(), String.valueOf(e.getMessage()), e);
            };
        }
    }
}
