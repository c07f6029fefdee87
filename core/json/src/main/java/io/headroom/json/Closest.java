package io.headroom.json;

import java.util.List;

/** Guesses what a misspelt name was meant to be. */
final class Closest {
    private Closest() {}

    /**
     * The known name with the fewest letters to insert, delete or replace (Levenshtein's distance, case ignored); the
     * first of several. Cost: the product of the lengths, for each known name.
     *
     * @param name the misspelt name
     * @param known at least one name
     */
    static String to(String name, List<String> known) {
        String best = known.get(0);
        int fewest = Integer.MAX_VALUE;
        for (String candidate : known) {
            int edits = distance(name, candidate);
            if (edits < fewest) {
                fewest = edits;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
