/** Tests of the check against CloudSim Plus. */
@NullMarked
package io.headroom.benchmarks.cloudsim;

import org.jspecify.annotations.NullMarked;
