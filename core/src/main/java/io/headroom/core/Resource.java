package io.headroom.core;

/** The kinds of resource that are allocated. Their units are the host's own, the same everywhere in one control plane. */
public enum Resource {
    /** Processing, for example vCPU. */
    COMPUTE,
    /** Room for data, for example GiB. */
    STORAGE,
    /** Network capacity, for example Mbit/s. */
    BANDWIDTH
}
