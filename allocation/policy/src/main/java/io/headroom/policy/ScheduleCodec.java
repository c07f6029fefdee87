package io.headroom.policy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.allocation.Schedule;
import io.headroom.allocation.rules.CronHours;
import io.headroom.allocation.rules.Period;
import io.headroom.allocation.rules.Recurrence;
import io.headroom.allocation.rules.WeeklyHours;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a document says of schedules: a name, one of three kinds of time, and what holds instead. */
final class ScheduleCodec {
    static final List<String> SCHEDULE = List.of("name", "weekly", "cron", "period", "instead");
    static final List<String> WEEKLY = List.of("zone", "days", "from", "to");
    static final List<String> CRON = List.of("expression", "duration", "zone");
    static final List<String> PERIOD = List.of("from", "to");

    private ScheduleCodec() {}

    static Schedule read(Value value) {
        Fields in = value.fields(SCHEDULE);
        long kinds =
                List.of("weekly", "cron", "period").stream().filter(in::has).count();
        if (kinds != 1) {
            throw value.refused(
                    "must have one of 'weekly', 'cron' and 'period'", "two schedules were meant, or none was finished");
        }
        Recurrence when = in.has("weekly")
                ? weekly(in.get("weekly"))
                : in.has("cron") ? cron(in.get("cron")) : period(in.get("period"));
        String name = in.get("name").text();
        return value.make(() -> new Schedule(name, when, ResourceCodec.readOverride(in.get("instead"))));
    }

    private static Recurrence weekly(Value value) {
        Fields in = value.fields(WEEKLY);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        in.find("days").ifPresent(list -> list.list().forEach(day -> days.add(day.word(DayOfWeek.class))));
        return value.make(() -> new WeeklyHours(
                in.get("zone").zone(),
                in.has("days") ? days : EnumSet.allOf(DayOfWeek.class),
                in.get("from").time(),
                in.get("to").time()));
    }

    private static Recurrence cron(Value value) {
        Fields in = value.fields(CRON);
        return value.make(() -> new CronHours(
                in.get("expression").text(),
                in.get("duration").positiveDuration(),
                in.get("zone").zone()));
    }

    private static Recurrence period(Value value) {
        Fields in = value.fields(PERIOD);
        return value.make(
                () -> new Period(in.get("from").instant(), in.get("to").instant()));
    }

    static ArrayNode write(List<Schedule> schedules) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Schedule schedule : schedules) {
            ObjectNode out = list.addObject().put("name", schedule.name());
            if (schedule.when() instanceof WeeklyHours weekly) {
                ObjectNode hours =
                        out.putObject("weekly").put("zone", weekly.zone().getId());
                if (weekly.days().size() < DayOfWeek.values().length) {
                    ArrayNode days = hours.putArray("days");
                    weekly.days().forEach(day -> days.add(Words.of(day)));
                }
                hours.put("from", weekly.from().toString())
                        .put("to", weekly.to().toString());
            } else if (schedule.when() instanceof CronHours cron) {
                out.putObject("cron")
                        .put("expression", cron.expression())
                        .put("duration", cron.duration().toString())
                        .put("zone", cron.zone().getId());
            } else if (schedule.when() instanceof Period period) {
                out.putObject("period")
                        .put("from", period.from().toString())
                        .put("to", period.to().toString());
            }
            out.set("instead", ResourceCodec.write(schedule.instead()));
        }
        return list;
    }
}
