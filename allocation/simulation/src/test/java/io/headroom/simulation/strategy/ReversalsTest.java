package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReversalsTest {

    /** By hand; the public scorer counts the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 1 1        | 30 | 1 | a start undone",
                "1 2 1 2 1      | 30 | 3 | each move undoes the one before",
                "1 2 1 0        | 30 | 1 | only one unit had been started",
                "5 15 14 13 12  | 30 | 3 | unit by unit",
                "1 2 2 2 1      |  3 | 1 | at the end of the window",
                "1 2 2 2 1      |  2 | 0 | after the window",
                "1 3 6 2        | 30 | 4 | the last three, then one of the first two",
                "4 4 4          | 30 | 0 | no move",
                "7              | 30 | 0 | one step",
            })
    void countsUnitsUndoneWithinTheWindow(String paid, int window, long undone, String why) {
        int[] units = Arrays.stream(paid.strip().split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertEquals(undone, Reversals.count(units, window), why);
    }
}
