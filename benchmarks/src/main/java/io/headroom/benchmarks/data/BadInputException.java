package io.headroom.benchmarks.data;

/** An input file breaks a rule of its layout; the message names the file, the line and the rule. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * A broken rule.
     *
     * @param message where and what, in one line
     */
    public BadInputException(String message) {
        super(message);
    }

    /**
     * A broken rule that something else found.
     *
     * @param message where and what, in one line
     * @param cause what found it
     */
    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
