package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random memories: in order, and now and then with a clock that was set back. */
final class FuzzMemory {
    private final SplittableRandom random;

    FuzzMemory(SplittableRandom random) {
        this.random = random;
    }

    ChangeHistory history(ChangeHistory changes) {
        Map<String, Recent> recent = new TreeMap<>();
        for (Location place : FuzzCase.PLACES) {
            for (Resource resource : Resource.values()) {
                if (random.nextInt(3) > 0) {
                    recent.put(
                            place.key() + "/" + resource,
                            new Recent(moments(true), moments(false), moments(false), moments(false), moments(false)));
                }
            }
        }
        return new ChangeHistory(changes.last(), recent, random.nextInt(3) == 0 ? random.nextInt(5) : 0);
    }

    private List<Moment> moments(boolean signed) {
        List<Moment> moments = new ArrayList<>();
        int minutes = 60;
        while (random.nextInt(4) > 0 && minutes > 0) {
            minutes -= random.nextInt(20);
            double amount = random.nextInt(20) == 0 ? 1e308 : random.nextDouble() * 20;
            boolean negative = signed && random.nextBoolean();
            moments.add(new Moment(FuzzCase.NOW.minus(Duration.ofMinutes(minutes)), negative ? -amount : amount));
        }
        return moments;
    }
}
