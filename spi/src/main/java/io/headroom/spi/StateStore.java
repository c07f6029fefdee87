package io.headroom.spi;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Keeps opaque bytes by key, with compare-and-save.
 *
 * <p>Contract:
 * <ol>
 *   <li>{@link #load} returns what was saved last, as a whole: never a mixture of two saves, never a part of one, also after a crash.
 *   <li>{@link #save} succeeds only if the stored revision is the expected one; of two that expect the same, one succeeds.
 *   <li>Revision numbers of a key rise with every save.
 *   <li>Content that is damaged is reported with an {@link AdapterException} that names the key, by load and by save, and is neither
 *       deleted nor overwritten.
 * </ol>
 *
 * <p>Implementations are thread-safe.
 */
public interface StateStore {
    /**
     * Reads a key.
     *
     * @param key 1 to 200 characters out of ASCII letters, digits, '.', '_' and '-', not beginning with '.'; case matters
     * @return the last saved revision; empty if nothing was saved
     * @throws AdapterException if the store can't be read or the content is damaged
     * @throws IllegalArgumentException if the key is not one
     */
    Optional<Revision> load(String key);

    /**
     * Saves a key if nobody else did.
     *
     * @param key 1 to 200 characters out of ASCII letters, digits, '.', '_' and '-', not beginning with '.'; case matters
     * @param bytes the content
     * @param expected number of the revision that was loaded, 0 if there was none
     * @return the new revision number; empty if the stored revision was another
     * @throws AdapterException if it is not known whether the content was saved
     * @throws IllegalArgumentException if the key is not one
     */
    OptionalLong save(String key, byte[] bytes, long expected);
}
