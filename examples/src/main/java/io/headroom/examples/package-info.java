/**
 * Programs to run first. {@link io.headroom.examples.HeadroomExamples} runs the main job: real traffic from records to a report.
 */
@NullMarked
package io.headroom.examples;

import org.jspecify.annotations.NullMarked;
