package io.headroom.policy;

import io.headroom.core.Checks;

/**
 * A document is no policy. The message names the path of the field, its value and the bound, then a likely cause in a line that begins
 * "Maybe ...".
 */
public final class PolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Where in the document. */
    private final String path;

    PolicyException(String path, String message, Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    private PolicyException(String path, String message) {
        super(message);
        this.path = path;
    }

    static PolicyException of(String path, String value, String bound, String maybe) {
        return new PolicyException(path, Checks.message(path + (value.isEmpty() ? "" : " " + value), bound, maybe));
    }

    /** A value was refused by the policy itself. */
    static PolicyException by(String path, IllegalArgumentException cause) {
        return new PolicyException(path, path + ": " + cause.getMessage(), cause);
    }

    /**
     * Where in the document.
     *
     * @return fields joined by dots, places of lists in brackets: "standard.events[0].floor"; "document" for the whole
     */
    public String path() {
        return path;
    }
}
