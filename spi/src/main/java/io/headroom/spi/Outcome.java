package io.headroom.spi;

import io.headroom.core.NodeGroup;

/** What became of one target. Immutable and thread-safe. */
public sealed interface Outcome {
    /**
     * The node group.
     *
     * @return the group of the target
     */
    NodeGroup group();

    /**
     * The target was taken over, perhaps in part: a quota or a shortage may grant less than was asked.
     *
     * @param group the node group
     * @param allocated units that are or will be assigned, 0 or more
     * @param warm units that wait or will wait unassigned, 0 or more
     */
    record Accepted(NodeGroup group, int allocated, int warm) implements Outcome {}

    /**
     * The group stood there already; no cooldown starts.
     *
     * @param group the node group
     */
    record Unchanged(NodeGroup group) implements Outcome {}

    /**
     * The target was refused and nothing changed.
     *
     * @param group the node group
     * @param reason why, in a sentence
     */
    record Rejected(NodeGroup group, String reason) implements Outcome {}

    /**
     * It is not known whether the target was taken over: a time-out. The next observation settles it.
     *
     * @param group the node group
     * @param reason what happened, in a sentence
     */
    record Unknown(NodeGroup group, String reason) implements Outcome {}
}
