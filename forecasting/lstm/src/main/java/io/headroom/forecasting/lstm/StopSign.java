package io.headroom.forecasting.lstm;

import io.headroom.spi.Deadline;

/** Says when a fit has to come to an end: the deadline, or an interrupt, whose flag stays set. */
record StopSign(Deadline deadline) {
    boolean isUp() {
        return deadline.expired() || Thread.currentThread().isInterrupted();
    }

    String reason() {
        return Thread.currentThread().isInterrupted() ? "the fit was interrupted" : "the deadline was reached";
    }
}
