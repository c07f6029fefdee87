package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Random lead times, from none to those of no return. */
final class FuzzLeads {
    private final SplittableRandom random;

    FuzzLeads(SplittableRandom random) {
        this.random = random;
    }

    void add(Map<Location, Map<Resource, Need>> needs) {
        for (Location place : FuzzCase.PLACES) {
            for (Resource resource : Resource.values()) {
                Optional<Duration> lead = random.nextInt(3) > 0 ? Optional.empty() : Optional.of(lead());
                if (needs.containsKey(place)) {
                    needs.get(place).computeIfPresent(resource, (key, need) -> need.withLeadTime(lead));
                }
            }
        }
    }

    private Duration lead() {
        return random.nextInt(10) == 0 ? Duration.ofSeconds(Long.MAX_VALUE) : Duration.ofMinutes(random.nextInt(60));
    }
}
