package io.headroom.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Location;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlaceMapTest {
    private static Location random(SplittableRandom random) {
        String source = "r" + random.nextInt(60);
        String destination = "r" + random.nextInt(60);
        return source.equals(destination) ? Region.of(source) : RegionPair.of(source, destination);
    }

    @Test
    void itIsTheSameAsASortedMap() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<Location, Integer> some = new TreeMap<>(Location.ORDER);
            for (int i = random.nextInt(300); i > 0; i--) {
                some.put(random(random), random.nextInt());
            }
            Places places = Places.of(some.keySet());
            assertThat(places.all()).as("seed %d", seed).isEqualTo(new ArrayList<>(some.keySet()));
            PlaceMap<Integer> map = new PlaceMap<>(places);
            assertThat(map).isEmpty();
            some.keySet().removeIf(location -> random.nextInt(3) == 0);
            some.forEach((location, value) -> map.set(places.number(location), value));
            assertThat(map).as("seed %d", seed).isEqualTo(some).hasSameSizeAs(some);
            assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(some.keySet()));
            List<Location> seen = new ArrayList<>();
            map.forEach((location, value) -> seen.add(location));
            assertThat(seen).isEqualTo(new ArrayList<>(some.keySet()));
            for (int i = 0; i < 300; i++) {
                Location location = random(random);
                assertThat(map.get(location)).as("seed %d, %s", seed, location).isEqualTo(some.get(location));
                assertThat(map.containsKey(location)).isEqualTo(some.containsKey(location));
            }
        }
    }

    @Test
    void nobodyChangesItAsAMap() {
        Region region = Region.of("eu");
        PlaceMap<Integer> map = new PlaceMap<>(Places.of(List.of(region)));
        map.set(0, 7);
        assertThatThrownBy(() -> map.put(region, 8)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        Iterator<Location> keys = map.keySet().iterator();
        assertThat(keys.next()).isEqualTo(region);
        assertThatThrownBy(keys::remove).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(keys::next).isInstanceOf(NoSuchElementException.class);
        assertThat(map).containsExactly(Map.entry(region, 7));
    }
}
