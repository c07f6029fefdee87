/**
 * The allocator at work in a simulated cloud that others wrote, CloudSim Plus, and the same day in Headroom's own simulation.
 *
 * <p>A {@link io.headroom.benchmarks.cloudsim.CloudSimFleet} puts CloudSim Plus behind the {@code Provisioner} and {@code TelemetrySource}
 * interfaces; {@link io.headroom.benchmarks.cloudsim.Trial} is the world that both simulations play; and
 * {@link io.headroom.benchmarks.cloudsim.AgreementCheck} is the program that runs both and compares them.
 */
@NullMarked
package io.headroom.benchmarks.cloudsim;

import org.jspecify.annotations.NullMarked;
