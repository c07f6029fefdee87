/**
 * The bundled real traffic: the flights that left New York's three airports in 2013.
 *
 * <p>{@link io.headroom.examples.flights.FlightRecords} streams them as transaction records: a departure is a transaction
 * from an origin region to a destination region, its type is the carrier. Cancelled flights did not happen.
 * {@link io.headroom.examples.flights.FlightCalendar} lists what was known about the year before it began, as
 * {@link io.headroom.examples.flights.FlightEvent}s. The storm of 8-9 February is not among it.
 *
 * <p>PROVENANCE.md beside the resource names the source, its licence and the script that derives it.
 */
@NullMarked
package io.headroom.examples.flights;

import org.jspecify.annotations.NullMarked;
