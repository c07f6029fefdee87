package io.headroom.allocation;

import io.headroom.core.Checks;

/** The keys that a state store takes. */
final class StateKeys {
    private StateKeys() {}

    static String check(String key) {
        boolean ok = !key.isEmpty() && key.length() <= 200;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            ok &= letter || c == '.' || c == '_' || c == '-';
        }
        if (!ok) {
            throw Checks.failure(
                    "state key '" + key + "'",
                    "must have 1 to 200 letters, digits, '.', '_' or '-'",
                    "a path was given");
        }
        return key;
    }
}
