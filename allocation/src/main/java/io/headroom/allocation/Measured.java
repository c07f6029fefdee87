package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resources;
import io.headroom.spi.FleetObservation;
import java.time.Instant;
import java.util.Map;

/**
 * What a look at telemetry between cycles showed.
 *
 * @param until telemetry is complete before this instant
 * @param needs what was measured asks for
 * @param fleet what is there
 */
record Measured(Instant until, Map<Location, Resources> needs, FleetObservation fleet) {}
