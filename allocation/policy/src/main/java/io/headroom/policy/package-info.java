/**
 * Policies as documents.
 *
 * <p>{@link io.headroom.policy.PolicyFormat} reads and writes {@link io.headroom.allocation.AllocationPolicy policies} as JSON and YAML, and
 * has the JSON schema; {@link io.headroom.policy.PolicyFile} is a policy in a file that may be edited while an allocator is running. What
 * is no policy is refused with a {@link io.headroom.policy.PolicyException}.
 */
@NullMarked
package io.headroom.policy;

import org.jspecify.annotations.NullMarked;
