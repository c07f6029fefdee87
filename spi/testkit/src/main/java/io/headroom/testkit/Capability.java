package io.headroom.testkit;

/**
 * What an implementation, or the test bed around it, may be unable to do. A clause that needs one is run unless the
 * host declares the capability absent in {@link Contract#absent}; then it is reported as skipped, with the host's
 * reason.
 */
public enum Capability {
    /** Predictor: forecasts of a multiple of the history are that multiple of the forecasts. */
    SCALE_EQUIVARIANCE,
    /** Predictor: observing a rate allocates no memory. */
    ALLOCATION_FREE,
    /** Provisioner: units can wait unassigned. */
    WARM_UNITS,
    /** Provisioner: the test bed has a group with a quota. */
    QUOTA,
    /** Provisioner: the test bed can lose the answer of a call whose effect took place. */
    LOST_ANSWER,
    /** Provisioner: keys of earlier change sets are remembered when another one came between. */
    KEY_MEMORY,
    /** State store: content outlives the object, and two objects can share it. */
    DURABILITY,
    /** State store: the test bed can damage content behind the store's back. */
    DAMAGE,
    /** State store: the test bed can break off a save half-way. */
    CRASH,
    /** Telemetry source: a step can be left unmeasured. */
    GAPS,
    /** Telemetry source: several threads may ask at a time. */
    CONCURRENCY,
    /** Prediction service: it can answer for a moment before its latest observation. */
    HINDSIGHT,
    /** Adapters: the test bed can cut off the world behind the interface. */
    OUTAGE
}
