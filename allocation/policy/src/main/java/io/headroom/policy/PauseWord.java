package io.headroom.policy;

/** What may be paused, in one word. */
enum PauseWord {
    NONE,
    UP,
    DOWN,
    ALL
}
