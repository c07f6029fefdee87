package io.headroom.benchmarks;

/** Words for what went wrong. */
final class Failures {
    private Failures() {}

    /** A message of several lines in one; messages of the libraries have a second line that begins with "Maybe". */
    static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** What an exception says, in one line. */
    static String of(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.toString() : oneLine(message);
    }
}
