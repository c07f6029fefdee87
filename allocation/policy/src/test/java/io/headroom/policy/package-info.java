/** Tests of policies as documents. */
@NullMarked
package io.headroom.policy;

import org.jspecify.annotations.NullMarked;
