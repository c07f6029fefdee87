#!/usr/bin/env python3
"""Violation of one lead against another at equal cost, from two runs of frontier.sh.

    benchmarks/scores/leads.py OUT_A LEAD_A OUT_B LEAD_B

OUT is a folder that frontier.sh wrote, LEAD one of its leads in minutes. Compares headroom's curves over the series that both runs have:
cost x oracle against violation, mean and median over the series, linear between run points and never beyond them. Prints
A's violation, B's and the difference in points. Python's standard library only.
"""

import collections
import csv
import pathlib
import statistics
import sys

COSTS = (1.37, 1.50, 1.70, 2.00, 2.50, 3.00)
CLASSES = ("all", "regular", "bursty")


def rows(folder, lead):
    with open(pathlib.Path(folder) / "series.csv", newline="", encoding="utf-8") as file:
        return [r for r in csv.DictReader(file) if r["strategy"] == "headroom" and r["lead_min"] == lead]


def curve(of, names, klass, statistic):
    points = collections.defaultdict(list)
    for r in of:
        if r["series"] in names and klass in ("all", r["class"]):
            points[r["param"]].append((float(r["cost_ratio"]), float(r["viol"])))
    return sorted((statistic([c for c, _ in p]), statistic([v for _, v in p])) for p in points.values())


def at(points, cost):
    for (low, a), (high, b) in zip(points, points[1:]):
        if low <= cost <= high and low < high:
            return a + (b - a) * (cost - low) / (high - low)
    return None


def main(argv):
    if len(argv) != 4:
        sys.exit(__doc__)
    first, second = rows(argv[0], argv[1]), rows(argv[2], argv[3])
    names = {r["series"] for r in first} & {r["series"] for r in second}
    if not names:
        sys.exit("error: the runs share no series at these leads")
    for klass in CLASSES:
        for name, statistic in (("mean", statistics.fmean), ("median", statistics.median)):
            a, b = curve(first, names, klass, statistic), curve(second, names, klass, statistic)
            cells = []
            for cost in COSTS:
                x, y = at(a, cost), at(b, cost)
                both = x is not None and y is not None
                cells.append(f"{cost:.2f} x: {x:.3f} {y:.3f} {x - y:+.3f}" if both else f"{cost:.2f} x: -")
            print(f"{klass}, {name}: " + "; ".join(cells))
    print(f"{len(names)} series")


if __name__ == "__main__":
    main(sys.argv[1:])
