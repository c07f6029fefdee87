package io.headroom.allocation.cost;

import io.headroom.core.Resources;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What gives way to a spending cap, and how much. Stages go one after the other: the headroom of each priority, lowest first, then the
 * actual demand of each priority, lowest first. Within a stage all locations give up the same share; what that leaves of the cap is handed
 * back to one location after the other. Shares are multiples of 1/{@value #GRAINS}. Not thread-safe.
 */
final class GivingWay {
    private static final int GRAINS = 128;
    /** Share of the search limit that is enough to compare shares; what is chosen in the end is searched for in full, and costs no more. */
    private static final int ROUGHER = 10;

    /** One part of one priority. */
    private record Stage(Cut.Part part, int priority) {}

    private final List<CapacityNeed> needs;
    private final List<LocationChoice> choices;
    private final double available;
    private final int searchLimit;
    private final List<Stage> stages = new ArrayList<>();
    /** Grains that each need gives up at the stage where the cap is met; those before are given up whole. */
    private final int[] grains;

    private int stage;

    /**
     * Finds what gives way.
     *
     * @param needs by location
     * @param choices those of the needs, in the same order
     * @param available what the cap leaves after what is sunk
     * @param searchLimit boxes that are looked at for one choice
     */
    GivingWay(List<CapacityNeed> needs, List<LocationChoice> choices, double available, int searchLimit) {
        this.needs = needs;
        this.choices = choices;
        this.available = available;
        this.searchLimit = searchLimit;
        grains = new int[needs.size()];
        TreeSet<Integer> priorities = new TreeSet<>();
        needs.forEach(need -> need.tiers().forEach(tier -> priorities.add(tier.priority())));
        for (Cut.Part part : Cut.Part.values()) {
            priorities.forEach(priority -> stages.add(new Stage(part, priority)));
        }
        if (!fits(searchLimit)) {
            find();
        }
    }

    private void find() {
        while (stage < stages.size()) {
            setAll(GRAINS);
            if (fits(searchLimit)) {
                setAll(smallest());
                handBack();
                return;
            }
            stage++;
        }
    }

    private void setAll(int value) {
        Arrays.fill(grains, value);
    }

    /** The fewest grains that fit if all give up the same; none don't, all do. */
    private int smallest() {
        int tooFew = 0;
        int enough = GRAINS;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) >>> 1;
            setAll(middle);
            if (fits(roughly())) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return enough;
    }

    /** Steps that double as long as they fit, then steps of one: what is left is rarely worth more than a few. */
    private void handBack() {
        for (int i = 0; i < grains.length; i++) {
            int step = 1;
            while (step > 0 && grains[i] > 0) {
                int before = grains[i];
                grains[i] = Math.max(0, before - step);
                if (fits(roughly())) {
                    step *= 2;
                } else {
                    grains[i] = before;
                    step = step > 1 ? 1 : 0;
                }
            }
        }
    }

    private int roughly() {
        return Math.max(1, searchLimit / ROUGHER);
    }

    private boolean fits(int boxes) {
        double sum = 0;
        for (int i = 0; i < needs.size(); i++) {
            sum += choice(i, boxes).mix().cost();
        }
        return sum <= available;
    }

    /** The choice for what a need has left. */
    private Choice choice(int index, int boxes) {
        CapacityNeed need = needs.get(index);
        Resources left = Resources.NONE;
        for (CapacityNeed.Tier tier : need.tiers()) {
            double actual = kept(index, Cut.Part.ACTUAL, tier.priority());
            double headroom = kept(index, Cut.Part.HEADROOM, tier.priority());
            left = left.plus(
                    headroom < 1
                            ? tier.actual().times(actual).plus(headroom(tier).times(headroom))
                            : tier.target());
        }
        return choices.get(index).choose(left, boxes);
    }

    private static Resources headroom(CapacityNeed.Tier tier) {
        return new Resources(
                tier.target().compute() - tier.actual().compute(),
                tier.target().storage() - tier.actual().storage(),
                tier.target().bandwidth() - tier.actual().bandwidth());
    }

    private double kept(int index, Cut.Part part, int priority) {
        return 1 - given(index, stages.indexOf(new Stage(part, priority)));
    }

    /** Share that a need gives up at a stage. */
    private double given(int index, int at) {
        if (at == stage) {
            return (double) grains[index] / GRAINS;
        }
        return at < stage ? 1 : 0;
    }

    /** The choices, by location. */
    List<Choice> choices() {
        List<Choice> found = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            Choice best = choice(i, searchLimit);
            if (stage > 0 || grains[i] > 0) {
                Choice compared = choice(i, roughly());
                best = best.mix().cost() <= compared.mix().cost() ? best : compared;
            }
            found.add(best);
        }
        return found;
    }

    /** What gave way, in that order. */
    List<Cut> cuts() {
        List<Cut> cuts = new ArrayList<>();
        for (int at = 0; at < stages.size(); at++) {
            Stage s = stages.get(at);
            for (int i = 0; i < needs.size(); i++) {
                double share = given(i, at);
                CapacityNeed need = needs.get(i);
                boolean any = need.tiers().stream()
                        .anyMatch(tier -> tier.priority() == s.priority()
                                && !part(tier, s.part()).isNone());
                if (share > 0 && any) {
                    cuts.add(new Cut(need.location(), s.priority(), s.part(), share));
                }
            }
        }
        return cuts;
    }

    private static Resources part(CapacityNeed.Tier tier, Cut.Part part) {
        return part == Cut.Part.ACTUAL ? tier.actual() : headroom(tier);
    }
}
