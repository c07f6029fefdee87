#!/usr/bin/env python3
"""Mean pinball loss of files that the bench program's command track wrote.   pinball.py --in FILE --warmup N FORECASTS...

For each series: twice the pinball loss, averaged over origins, steps and the quantiles 0.1 to 0.9, over the mean rate of the first N points;
then the mean over all series, and the loss of all series together over their rates together. Plain Python 3, no packages.
"""

import argparse
import csv
import gzip
import math


def opened(path):
    return gzip.open(path, "rt", newline="") if path.endswith(".gz") else open(path, newline="", encoding="utf-8")


def wide(path):
    with opened(path) as file:
        rows = csv.reader(file)
        names = next(rows)[1:]
        columns = [[] for _ in names]
        for row in rows:
            for column, text in zip(columns, row[1:]):
                column.append(float(text) if text else math.nan)
    return dict(zip(names, columns))


def score(path, actual, warmup):
    sums, scales, total, rates = {}, {}, 0.0, 0.0
    with opened(path) as file:
        rows = csv.reader(file)
        head = next(rows)
        levels = [(i, float(c[1:])) for i, c in enumerate(head) if c[0] == "q" and 0.1 <= float(c[1:]) <= 0.9]
        for row in rows:
            series = row[0]
            place = int(row[1]) + int(row[2]) - 1
            values = actual[series]
            if place >= len(values) or math.isnan(values[place]):
                continue
            if series not in scales:
                known = [v for v in values[:warmup] if not math.isnan(v)]
                scales[series] = sum(known) / len(known) if known else 0
                sums[series] = [0.0, 0]
            if not scales[series] > 0:
                continue
            y = values[place]
            loss = sum(2 * max(q * (y - float(row[i])), (q - 1) * (y - float(row[i]))) for i, q in levels) / len(levels)
            sums[series][0] += loss
            sums[series][1] += 1
            total += loss
            rates += y
    each = [s / n / scales[k] for k, (s, n) in sums.items() if n]
    return len(each), sum(each) / len(each), total / rates


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--in", dest="file", required=True)
    parser.add_argument("--warmup", type=int, required=True)
    parser.add_argument("forecasts", nargs="+")
    args = parser.parse_args()
    actual = wide(args.file)
    for path in args.forecasts:
        series, mean, pooled = score(path, actual, args.warmup)
        print(f"{path} series={series} mean_pinball={mean:.5f} pooled_wQL={pooled:.5f}")


if __name__ == "__main__":
    main()
