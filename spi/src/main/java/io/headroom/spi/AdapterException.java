package io.headroom.spi;

/**
 * The world behind an interface did not answer: a time-out, a refused connection, a malformed answer. The loop contains it, goes on
 * with what it knows, and tries again in its next cycle. Anything else that an adapter throws is treated the same way, but reported as
 * a defect of the adapter.
 */
public class AdapterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception with a message.
     *
     * @param message what was tried, of whom, and what came back
     */
    public AdapterException(String message) {
        super(message);
    }

    /**
     * An exception with a cause.
     *
     * @param message what was tried, of whom, and what came back
     * @param cause the cause
     */
    public AdapterException(String message, Throwable cause) {
        super(message, cause);
    }
}
