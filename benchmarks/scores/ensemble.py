#!/usr/bin/env python3
"""The mean of forecast files that the bench program's command forecast wrote.   ensemble.py --out FILE FORECASTS...

Means and quantiles are averaged, row by row: the files must hold the same series, steps and quantiles in the same order. Plain Python 3.
"""

import argparse
import csv


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("forecasts", nargs="+")
    args = parser.parse_args()
    tables = []
    for path in args.forecasts:
        with open(path, newline="", encoding="utf-8") as file:
            tables.append(list(csv.reader(file)))
    first = tables[0]
    keys = 3 if first[0][1:3] == ["origin", "step"] else 2
    with open(args.out, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(first[0])
        for rows in zip(*(table[1:] for table in tables), strict=True):
            key = rows[0][:keys]
            if any(row[:keys] != key for row in rows):
                raise SystemExit(f"the files differ at {key}")
            columns = zip(*(row[keys:] for row in rows))
            out.writerow(key + [f"{sum(map(float, column)) / len(rows):.9g}" for column in columns])


if __name__ == "__main__":
    main()
