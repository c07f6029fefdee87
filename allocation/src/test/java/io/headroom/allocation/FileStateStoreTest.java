package io.headroom.allocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Checks;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import io.headroom.testkit.StateStoreContract;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateStoreTest extends StateStoreContract {
    @TempDir
    Path folder;

    private final List<Path> obstacles = new ArrayList<>();

    @Override
    protected StateStore create() {
        return new FileStateStore(folder);
    }

    /** A process that died leaves a part of its temporary file behind, in place of what stopped it here. */
    @Override
    protected StateStore reopen() {
        unchecked(() -> {
            for (Path obstacle : obstacles) {
                Files.delete(obstacle);
                Files.write(obstacle, new byte[] {'H', 'E', 'A', 'D'});
            }
        });
        return new FileStateStore(folder);
    }

    @Override
    protected void damage(StateStore store, String key) {
        unchecked(() -> {
            byte[] bytes = Files.readAllBytes(file(key));
            bytes[bytes.length / 2] ^= 1;
            Files.write(file(key), bytes);
        });
    }

    /** A folder where the temporary file should be written stops every save after its comparison. */
    @Override
    protected void breakOffNextSave(StateStore store) {
        unchecked(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".state")).toList()) {
                    obstacles.add(Files.createDirectory(folder.resolve(file.getFileName() + ".tmp")));
                }
            }
        });
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private static void unchecked(FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".state");
    }

    /** A load and a save must both name the file, the bound and a hint, and leave the file as it is. */
    private void refused(byte[] content) throws IOException {
        Files.write(file("k"), content);
        StateStore store = create();
        for (Runnable call : List.<Runnable>of(() -> store.load("k"), () -> store.save("k", new byte[1], 1))) {
            String message = assertThrows(AdapterException.class, call::run).getMessage();
            List<String> lines = message.lines().toList();
            assertTrue(lines.get(0).startsWith("state file " + file("k") + ": "), message);
            assertTrue(lines.get(0).contains(" must be "), message);
            assertTrue(lines.get(1).startsWith("Maybe "), message);
            assertArrayEquals(content, Files.readAllBytes(file("k")), message);
        }
    }

    private byte[] whole() throws IOException {
        create().save("k", "some content".getBytes(UTF_8), 0);
        return Files.readAllBytes(file("k"));
    }

    @Test
    void aFileThatWasCutOffIsRefusedAtEveryLength() throws IOException {
        byte[] whole = whole();
        for (int length = 0; length < whole.length; length++) {
            refused(Arrays.copyOf(whole, length));
        }
        refused(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void aFileWithAnyBitFlippedIsRefused() throws IOException {
        byte[] whole = whole();
        for (int i = 0; i < whole.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) (1 << bit);
                refused(flipped);
            }
        }
    }

    @Test
    void theMessageNamesTheBound() throws IOException {
        byte[] whole = whole();
        Files.write(file("k"), Arrays.copyOf(whole, 40));
        String message =
                assertThrows(AdapterException.class, () -> create().load("k")).getMessage();
        assertTrue(message.contains("length 40 must be " + whole.length), message);
        assertTrue(message.contains("restore it from a backup, or move it away"), message);
    }

    @Test
    void aTemporaryFileThatACrashLeftDoesNotMatter() throws IOException {
        byte[] whole = whole();
        Files.write(folder.resolve("k.state.tmp"), Arrays.copyOf(whole, 17));
        assertEquals("some content", new String(create().load("k").get().bytes(), UTF_8));
        assertEquals(OptionalLong.of(2), create().save("k", new byte[] {1}, 1));
        assertArrayEquals(new byte[] {1}, create().load("k").get().bytes());
    }

    @Test
    void ofTwoStoresOnOneFolderExactlyOneWinsEachRound() throws Exception {
        int rounds = 100;
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<boolean[]>> racers = new ArrayList<>();
            for (int racer = 0; racer < 2; racer++) {
                StateStore own = create();
                byte[] content = {(byte) racer};
                racers.add(threads.submit(() -> {
                    boolean[] won = new boolean[rounds];
                    for (int round = 0; round < rounds; round++) {
                        together.await(1, TimeUnit.MINUTES);
                        won[round] = own.save("race", content, round).isPresent();
                        together.await(1, TimeUnit.MINUTES);
                    }
                    return won;
                }));
            }
            boolean[] first = racers.get(0).get();
            boolean[] second = racers.get(1).get();
            for (int round = 0; round < rounds; round++) {
                assertTrue(first[round] ^ second[round], "round " + round);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(rounds, create().load("race").get().number());
    }

    /** Counts to the end together with others: each number is saved by exactly one of them. */
    private static final String COUNTER = """
            import io.headroom.allocation.FileStateStore;
            import io.headroom.spi.Revision;

            class Counter {
                public static void main(String[] args) {
                    FileStateStore store = new FileStateStore(java.nio.file.Path.of(args[0]));
                    int own = 0;
                    long at = 0;
                    while (at < 200) {
                        boolean won = store.save("count", new byte[8], at).isPresent();
                        own += won ? 1 : 0;
                        at = store.load("count").map(Revision::number).orElse(0L);
                    }
                    System.out.println(own);
                }
            }
            """;

    @Test
    void twoProcessesDoNotSaveTheSameRevision() throws Exception {
        Path source = Files.writeString(folder.resolve("Counter.java"), COUNTER);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            String.join(
                                    File.pathSeparator,
                                    place(FileStateStore.class),
                                    place(StateStore.class),
                                    place(Checks.class)),
                            source.toString(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start());
        }
        int sum = 0;
        for (Process process : processes) {
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            assertEquals(0, process.waitFor(), output);
            sum += Integer.parseInt(output);
        }
        assertEquals(create().load("count").map(Revision::number).get(), sum);
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        String message = assertThrows(AdapterException.class, () -> new FileStateStore(file))
                .getMessage();
        assertTrue(message.startsWith("state folder " + file + " can't be made"), message);
        assertTrue(message.lines().anyMatch(line -> line.startsWith("Maybe ")), message);
    }
}
