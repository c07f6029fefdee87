#!/usr/bin/env python3
"""How often the quantiles that size capacity cover demand, at horizons L to 3L after three days of history, on the public sets.

python3 benchmarks/scores/coverage.py SHARED [PREDICTOR]     SHARED holds data; plain Python 3; about two minutes

For each series: coverage at 0.95 and 0.99, pooled over the horizons, against the level, in points; whether it lies within max(0.5, 2 standard errors
of blocks of 24 origins); and the pinball loss against that of the same mean with the empirical quantile of its own errors of the last three days
(rows with 100 of these or more).
"""
import bisect
import csv
import gzip
import pathlib
import statistics
import subprocess
import sys
import tempfile

shared = pathlib.Path(sys.argv[1])
predictor = sys.argv[2] if len(sys.argv) > 2 else "direct"
jar = pathlib.Path(__file__).resolve().parent.parent / "target" / "headroom-bench.jar"
SETS = [  # file, steps a day, stride of origins, horizons in steps from the last value: L, 2L and 3L ahead of the next
    ("nasa_http/nasa_http_1min.csv.gz", 1440, 3, (6, 11, 16)),
    ("facebook_pod_a/facebook_pod_a.csv.gz", 1440, 3, (6, 11, 16)),
    ("abilene/abilene_5min_2004-03-01_14d.csv.gz", 288, 1, (2, 3, 4)),
    ("worldcup98/worldcup98_5min.csv.gz", 288, 1, (2, 3, 4)),
    ("isp_eu/isp_eu_5min.csv.gz", 288, 1, (2, 3, 4)),
]
LEVELS = ((0.95, "q0.95"), (0.99, "q0.99"))


def pinball(level, actual, forecast):
    return (level if actual > forecast else level - 1) * (actual - forecast)


class Empirical:
    """Quantiles of the errors of the last rows whose values are known."""

    def __init__(self, size):
        self.size, self.waiting, self.ring, self.sorted = size, [], [], []

    def add(self, target, error):
        self.waiting.append((target, error))

    def learn(self, origin):
        while self.waiting and self.waiting[0][0] < origin:
            error = self.waiting.pop(0)[1]
            self.ring.append(error)
            bisect.insort(self.sorted, error)
            if len(self.ring) > self.size:
                self.sorted.pop(bisect.bisect_left(self.sorted, self.ring.pop(0)))

    def quantile(self, level):
        n = len(self.sorted)
        return self.sorted[min(n - 1, int(level * n))] if n >= 100 else None


def series_of(path):
    with gzip.open(path, "rt") as f:
        rows = list(csv.reader(f))
    return {name: [float(r[i]) if r[i] else None for r in rows[1:]] for i, name in enumerate(rows[0]) if i > 0}


errors, within, ratios, count = {}, {}, {}, 0
for name, day, stride, horizons in SETS:
    actual = series_of(shared / "data" / name)
    with tempfile.TemporaryDirectory() as folder:
        out = f"{folder}/track.csv"
        command = ["java", "-jar", str(jar), "track", "--in", str(shared / "data" / name), "--warmup", str(3 * day), "--horizon", str(horizons[-1])]
        command += ["--stride", str(stride), "--periods", str(day), "--predictor", predictor, "--quantiles", "0.5,0.95,0.99", "--out", out]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        rows = {}
        with open(out) as f:
            for r in csv.DictReader(f):
                if r["step"] != "max" and int(r["step"]) in horizons:
                    rows.setdefault(r["series"], []).append(r)
    medians = []
    for series, all_rows in rows.items():
        count += 1
        values = actual[series]
        hits = {level: {} for level, _ in LEVELS}
        loss = {level: [0.0, 0.0] for level, _ in LEVELS}
        empirical = {h: Empirical(3 * day // stride) for h in horizons}
        for r in all_rows:
            origin, h = int(r["origin"]), int(r["step"])
            target = origin + h - 1
            empirical[h].learn(origin)
            if target >= len(values) or values[target] is None:
                continue
            y, mean = values[target], float(r["mean"])
            for level, column in LEVELS:
                hits[level].setdefault(origin, []).append(y <= float(r[column]))
                other = empirical[h].quantile(level)
                if other is not None:
                    loss[level][0] += pinball(level, y, float(r[column]))
                    loss[level][1] += pinball(level, y, max(0, mean + other))
            empirical[h].add(target, y - mean)
        for level, _ in LEVELS:
            shares = [sum(x) / len(x) for _, x in sorted(hits[level].items())]
            blocks = [statistics.mean(shares[i : i + 24]) for i in range(0, len(shares) - 23, 24)]
            error = 100 * (sum(sum(x) for x in hits[level].values()) / sum(len(x) for x in hits[level].values()) - level)
            spread = 100 * statistics.stdev(blocks) / len(blocks) ** 0.5
            errors.setdefault(level, []).append(error)
            within.setdefault(level, []).append(abs(error) <= max(0.5, 2 * spread))
            ratios.setdefault(level, []).append(loss[level][0] / loss[level][1] if loss[level][1] > 0 else 1.0)
    print(f"{name.split('/')[0]} series={len(rows)} " + " ".join(f"median_error_{level}={statistics.median(errors[level][-len(rows):]):.2f}" for level, _ in LEVELS))
for level, _ in LEVELS:
    size = statistics.median(abs(e) for e in errors[level])
    share = 100 * sum(within[level]) / count
    print(
        f"coverage predictor={predictor} level={level} series={count} median_absolute_error={size:.2f} within={share:.1f}% "
        f"pinball_ratio_median={statistics.median(ratios[level]):.3f} pinball_ratio_mean={statistics.mean(ratios[level]):.3f} "
        f"no_worse={100 * sum(r <= 1 for r in ratios[level]) / count:.1f}%"
    )
