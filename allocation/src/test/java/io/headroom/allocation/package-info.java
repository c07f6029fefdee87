/** Tests of the decision, the allocator around it and what it remembers. */
@NullMarked
package io.headroom.allocation;

import org.jspecify.annotations.NullMarked;
