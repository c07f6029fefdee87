@NullMarked
package io.headroom.allocation.rules;

import org.jspecify.annotations.NullMarked;
