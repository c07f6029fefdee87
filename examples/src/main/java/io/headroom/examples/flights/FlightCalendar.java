package io.headroom.examples.flights;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What anybody could have written down about 2013 before it began: the federal holidays of the United States (5 U.S.C.
 * 6103; none moved to another day in 2013) and the travel days around Thanksgiving and Christmas. Days run from
 * midnight to midnight in New York. Weather is not in it. Stateless and thread-safe.
 */
public final class FlightCalendar {
    private static final List<FlightEvent> HOLIDAYS = List.of(
            day("New Year's Day", Month.JANUARY, 1),
            day("Birthday of Martin Luther King, Jr.", Month.JANUARY, 21),
            day("Washington's Birthday", Month.FEBRUARY, 18),
            day("Memorial Day", Month.MAY, 27),
            day("Independence Day", Month.JULY, 4),
            day("Labor Day", Month.SEPTEMBER, 2),
            day("Columbus Day", Month.OCTOBER, 14),
            day("Veterans Day", Month.NOVEMBER, 11),
            day("Thanksgiving Day", Month.NOVEMBER, 28),
            day("Christmas Day", Month.DECEMBER, 25));

    private static final List<FlightEvent> TRAVEL_WINDOWS = List.of(
            days("Thanksgiving travel", LocalDate.of(2013, Month.NOVEMBER, 27), LocalDate.of(2013, Month.DECEMBER, 2)),
            days("Christmas travel", LocalDate.of(2013, Month.DECEMBER, 20), LocalDate.of(2014, Month.JANUARY, 2)));

    private FlightCalendar() {}

    /**
     * The ten federal holidays of 2013, each one day long.
     *
     * @return the holidays in order
     */
    public static List<FlightEvent> holidays() {
        return HOLIDAYS;
    }

    /**
     * The days in which traffic leaves its weekly pattern: from the Wednesday before Thanksgiving to the Sunday after
     * it, and from the Friday before Christmas to New Year's Day. They overlap the holidays inside them.
     *
     * @return the windows in order
     */
    public static List<FlightEvent> travelWindows() {
        return TRAVEL_WINDOWS;
    }

    /**
     * Holidays and travel windows together.
     *
     * @return all events, ordered by start
     */
    public static List<FlightEvent> all() {
        return Stream.concat(HOLIDAYS.stream(), TRAVEL_WINDOWS.stream())
                .sorted(Comparator.comparing(FlightEvent::start))
                .toList();
    }

    private static FlightEvent day(String name, Month month, int dayOfMonth) {
        LocalDate date = LocalDate.of(2013, month, dayOfMonth);
        return days(name, date, date.plusDays(1));
    }

    private static FlightEvent days(String name, LocalDate first, LocalDate end) {
        return new FlightEvent(
                name,
                first.atStartOfDay(FlightRecords.NEW_YORK).toInstant(),
                end.atStartOfDay(FlightRecords.NEW_YORK).toInstant());
    }
}
