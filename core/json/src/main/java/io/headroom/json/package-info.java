/**
 * JSON for the values of {@code io.headroom.core}, which itself carries no annotation.
 *
 * <p>Two doors lead in: {@link io.headroom.json.HeadroomJson#mapper()} makes a strict mapper that is ready to use, and
 * {@link io.headroom.json.HeadroomJsonModule} adds the same layout to a mapper that a host has already.
 *
 * <p>Behind them each value has one codec that writes its fields in a fixed order and reads them in any order. Objects,
 * names, numbers, lists and maps have one codec each, from which the others are put together; two small adapters hand a
 * codec to Jackson. A codec refuses what is not exactly the layout, whatever the settings of the mapper, with a message
 * that names the path, the value and the bound and ends with a likely cause.
 */
@NullMarked
package io.headroom.json;

import org.jspecify.annotations.NullMarked;
