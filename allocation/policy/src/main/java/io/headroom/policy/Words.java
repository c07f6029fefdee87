package io.headroom.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of constants as documents write them: {@code CURRENT_REPLICAS} is "currentReplicas". */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        boolean large = false;
        for (char c : constant.name().toCharArray()) {
            if (c == '_') {
                large = true;
            } else {
                word.append(large ? c : Character.toLowerCase(c));
                large = false;
            }
        }
        return word.toString();
    }

    static <E extends Enum<E>> List<String> all(Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(of(constant));
        }
        return words;
    }

    /** The word that shares most letters at the beginning, case ignored; the first of several. */
    static String closest(String word, List<String> known) {
        String best = known.get(0);
        int most = -1;
        for (String candidate : known) {
            int same = same(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (same > most) {
                most = same;
                best = candidate;
            }
        }
        return best;
    }

    /** Letters that both have in the same order, counted greedily: enough to tell a misspelt name. */
    private static int same(String a, String b) {
        int at = 0;
        int count = 0;
        for (int i = 0; i < a.length() && at < b.length(); i++) {
            int found = b.indexOf(a.charAt(i), at);
            if (found >= 0) {
                count += found == at ? 2 : 1;
                at = found + 1;
            }
        }
        return 2 * count - b.length();
    }
}
