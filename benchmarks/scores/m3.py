#!/usr/bin/env python3
"""sMAPE of a predictor on the M3 series, one run of the bench program for each of the four periods, pooled over all points.

python3 benchmarks/scores/m3.py SHARED [PREDICTOR]     SHARED holds data/m3; plain Python 3; prints one line
"""
import csv
import gzip
import pathlib
import subprocess
import sys
import tempfile

shared = pathlib.Path(sys.argv[1])
predictor = sys.argv[2] if len(sys.argv) > 2 else "auto"
jar = pathlib.Path(__file__).resolve().parent.parent / "target" / "headroom-bench.jar"


def rows(name):
    path = shared / "data" / "m3" / name
    with gzip.open(path, "rt") if path.suffix == ".gz" else open(path) as f:
        yield from csv.DictReader(f)


series = {r["series"]: r for r in rows("m3_series.csv")}
actual = {(r["series"], int(r["t"])): float(r["value"]) for r in rows("m3_test.csv.gz")}
train = {}
for r in rows("m3_train.csv.gz"):
    s = series[r["series"]]
    train.setdefault((s["period"], s["seasonal_period"], s["n_test"]), []).append(r)
figures, total, count = [], 0.0, 0
with tempfile.TemporaryDirectory() as folder:
    for (period, season, horizon), values in train.items():
        path, out = f"{folder}/in.csv", f"{folder}/out.csv"
        with open(path, "w") as f:
            f.write("series,t,value\n")
            f.writelines(f"{r['series']},{r['t']},{r['value']}\n" for r in values)
        command = ["java", "-jar", str(jar), "forecast", "--in", path, "--horizon", horizon, "--predictor", predictor, "--out", out]
        if season != "1":
            command += ["--periods", season]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(out) as f:
            errors = []
            for r in csv.DictReader(f):
                a = actual[r["series"], int(series[r["series"]]["n_train"]) + int(r["step"])]
                errors.append(200 * abs(a - float(r["mean"])) / (abs(a) + abs(float(r["mean"]))))
        figures.append(f"{period}={sum(errors) / len(errors):.3f}")
        total, count = total + sum(errors), count + len(errors)
print(f"m3 predictor={predictor} sMAPE={total / count:.3f} points={count} " + " ".join(figures))
