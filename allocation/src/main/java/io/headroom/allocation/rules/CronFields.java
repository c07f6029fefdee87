package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The five fields of a cron expression as sets of numbers. Not changed once parsed.
 *
 * @param minutes 0 to 59
 * @param hours 0 to 23
 * @param monthDays 1 to 31
 * @param months 1 to 12
 * @param weekDays 1 (Monday) to 7
 * @param eitherDay whether a day matches by either of its two fields: both are restricted
 */
record CronFields(BitSet minutes, BitSet hours, BitSet monthDays, BitSet months, BitSet weekDays, boolean eitherDay) {
    private static final int FIELDS = 5;
    private static final int LONGEST = 200;
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int[] MONTH_LENGTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static CronFields parse(String expression) {
        String[] fields = expression.strip().split("\\s+", -1);
        if (fields.length != FIELDS || expression.length() > LONGEST) {
            throw failure(expression, "must have " + FIELDS + " fields", "a field for seconds or years was added");
        }
        BitSet weekDays = new BitSet();
        set(expression, fields[4], 0, 7, DAYS, 0).stream().forEach(day -> weekDays.set(day == 0 ? 7 : day));
        CronFields parsed = new CronFields(
                set(expression, fields[0], 0, 59, List.of(), 0),
                set(expression, fields[1], 0, 23, List.of(), 0),
                set(expression, fields[2], 1, 31, List.of(), 1),
                set(expression, fields[3], 1, 12, MONTHS, 1),
                weekDays,
                !fields[2].startsWith("*") && !fields[4].startsWith("*"));
        if (!parsed.canFire()) {
            throw failure(expression, "must have a day that some month has", "day and month were swapped");
        }
        return parsed;
    }

    boolean matches(LocalDate date) {
        boolean byMonth = monthDays.get(date.getDayOfMonth());
        boolean byWeek = weekDays.get(date.getDayOfWeek().getValue());
        return months.get(date.getMonthValue()) && (eitherDay ? byMonth || byWeek : byMonth && byWeek);
    }

    private boolean canFire() {
        return eitherDay || months.stream().anyMatch(month -> monthDays.nextSetBit(1) <= MONTH_LENGTHS[month - 1]);
    }

    private static BitSet set(String whole, String field, int low, int high, List<String> names, int firstName) {
        BitSet set = new BitSet();
        for (String part : field.split(",", -1)) {
            String[] step = part.split("/", -1);
            String[] range = step[0].split("-", -1);
            if (step.length > 2 || range.length > 2) {
                throw failure(whole, "must not have the part '" + part + "'", "a list needs commas");
            }
            boolean star = step[0].equals("*");
            int from = star ? low : number(whole, range[0], low, high, names, firstName);
            int to = star || (range.length == 1 && step.length == 2)
                    ? high
                    : number(whole, range[range.length - 1], low, high, names, firstName);
            int every = step.length == 2 ? number(whole, step[1], 1, high, List.of(), 0) : 1;
            if (from > to) {
                throw failure(whole, "must not have the range '" + part + "' backwards", "a list of two was meant");
            }
            for (int i = from; i <= to; i += every) {
                set.set(i);
            }
        }
        return set;
    }

    private static int number(String whole, String text, int low, int high, List<String> names, int firstName) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return name + firstName;
        }
        boolean digits = !text.isEmpty() && text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : -1;
        if (value < low || value > high) {
            throw failure(
                    whole,
                    "must have a number in [" + low + ", " + high + "] for '" + text + "'",
                    "fields were swapped");
        }
        return value;
    }

    private static IllegalArgumentException failure(String expression, String bound, String maybe) {
        String shown = expression.length() <= LONGEST ? expression : expression.substring(0, LONGEST) + "...";
        return Checks.failure("cron expression '" + shown + "'", bound, maybe);
    }
}
