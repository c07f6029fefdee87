package io.headroom.allocation.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Location;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairSharesTest {
    private static final RegionPair AB = RegionPair.of("a", "b");
    private static final RegionPair CB = RegionPair.of("c", "b");
    private static final Place A = compute(Region.of("a"));
    private static final Place B = compute(Region.of("b"));
    private static final Place C = compute(Region.of("c"));
    private static final Place WIRE = new Place(AB, Resource.BANDWIDTH);
    private static final List<PairLoad> LOADS =
            List.of(new PairLoad(AB, Map.of(A, 10.0, B, 10.0, WIRE, 20.0)), new PairLoad(CB, Map.of(C, 4.0, B, 4.0)));

    private static Place compute(Location at) {
        return new Place(at, Resource.COMPUTE);
    }

    private static PairShares of(Map<Place, Double> shortPlaces, Place... lapsing) {
        return PairShares.of(LOADS, Map.of(), shortPlaces, Set.of(lapsing));
    }

    private static void usable(double limited, double free, PairShares shares, Place place) {
        assertEquals(limited, shares.usable(place).limited(), 1e-12, place.key() + " limited");
        assertEquals(free, shares.usable(place).free(), 1e-12, place.key() + " free");
    }

    @Test
    void whereNothingIsShortAllIsFree() {
        PairShares shares = of(Map.of());
        assertEquals(1, shares.of(AB));
        assertEquals(Set.of(), shares.touched());
        usable(0, 1, shares, B);
        usable(0, 1, shares, compute(Region.of("nowhere")));
    }

    @Test
    void aPairCanUseTheSmallestOfItsThree() {
        PairShares shares = of(Map.of(A, 0.8, WIRE, 0.5));
        assertEquals(0.5, shares.of(AB), 1e-12);
        assertEquals(1, shares.of(CB));
        usable(5.0 / 14, 4.0 / 14, shares, B);
        usable(0.5, 0, shares, A);
        assertEquals(Set.of(A, B, WIRE), shares.touched());
    }

    @Test
    void aShortPlaceAsksForAllThatTheOthersCanUse() {
        PairShares shares = of(Map.of(WIRE, 0.5));
        usable(0, 1, shares, WIRE);
        usable(0, 1, of(Map.of(WIRE, 0.5, A, 0.3), A), WIRE);
        usable(0.3, 0, of(Map.of(WIRE, 0.5, A, 0.3)), WIRE);
    }

    @Test
    void whatOnePairCannotUseGoesToTheOther() {
        PairShares shares = of(Map.of(WIRE, 0.1, B, 0.5));
        assertEquals(0.1, shares.of(AB), 1e-12);
        assertEquals(1, shares.of(CB), 1e-12, "b carries 7: 1 for one pair, 4 for the other");
        PairShares even = of(Map.of(B, 0.5));
        assertEquals(0.5, even.of(AB), 1e-12);
        assertEquals(0.5, even.of(CB), 1e-12);
    }

    @Test
    void whatAPlaceNeedsInAnyCaseComesFirst() {
        PairShares shares = PairShares.of(LOADS, Map.of(B, 6.0, A, 10.0), Map.of(B, 0.5), Set.of());
        assertEquals(4.0 / 14, shares.of(AB), 1e-12, "10 of 20, less 6, for 14");
        usable(10 * 4.0 / 14 / 20, 0.5, shares, A);
        assertEquals(
                0,
                PairShares.of(LOADS, Map.of(B, 60.0), Map.of(B, 0.5), Set.of()).of(CB));
    }

    @Test
    void sharesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> of(Map.of(A, 1.1)));
        assertThrows(IllegalArgumentException.class, () -> of(Map.of(A, Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> new PairLoad(AB, Map.of(A, -1.0)));
    }

    @Test
    void noPlaceIsAskedForMoreThanItCarriesAndNoPairHasAReasonToComplain() {
        for (long seed = 0; seed < 1_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int regions = 2 + random.nextInt(seed % 50 == 0 ? 14 : 4);
            List<PairLoad> loads = new ArrayList<>();
            Map<Place, Double> shortPlaces = new HashMap<>();
            for (int i = 0; i < regions; i++) {
                for (int j = 0; j < regions; j++) {
                    if (i != j) {
                        RegionPair pair = RegionPair.of("r" + i, "r" + j);
                        Place link = new Place(pair, Resource.BANDWIDTH);
                        double rate = random.nextInt(5) == 0 ? 0 : random.nextDouble() * 9;
                        loads.add(new PairLoad(
                                pair,
                                Map.of(
                                        compute(pair.source()),
                                        rate,
                                        compute(pair.destination()),
                                        2 * rate,
                                        link,
                                        rate)));
                        if (random.nextInt(regions > 6 ? 1 : 3) == 0) {
                            shortPlaces.put(link, random.nextDouble());
                        }
                    }
                }
                if (random.nextBoolean()) {
                    shortPlaces.put(compute(Region.of("r" + i)), random.nextDouble());
                }
            }
            check(seed, loads, shortPlaces);
        }
    }

    private static void check(long seed, List<PairLoad> loads, Map<Place, Double> shortPlaces) {
        PairShares shares = PairShares.of(loads, Map.of(), shortPlaces, Set.of());
        shortPlaces.forEach((place, share) -> {
            double asked = 0;
            double used = 0;
            for (PairLoad load : loads) {
                double amount = load.amounts().getOrDefault(place, 0.0);
                asked += amount;
                used += amount * shares.of(load.pair());
            }
            assertTrue(used <= share * asked + 1e-9, "seed " + seed + ": " + place.key() + " is asked for " + used);
        });
        for (PairLoad load : loads) {
            double share = shares.of(load.pair());
            boolean limited = load.amounts().keySet().stream().anyMatch(shortPlaces::containsKey);
            assertTrue(share >= 0 && share <= 1 && (limited || share == 1), "seed " + seed + ": " + share);
            for (Place place : load.amounts().keySet()) {
                PairShares.Usable usable = shares.usable(place);
                assertTrue(
                        usable.limited() >= 0 && usable.free() >= 0 && usable.limited() + usable.free() <= 1 + 1e-9,
                        "seed " + seed + ": " + usable);
            }
        }
    }
}
