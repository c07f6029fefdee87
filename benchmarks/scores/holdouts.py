#!/usr/bin/env python3
"""A predictor on hold-outs within the training part of M4 Hourly: what settings are chosen by, so that test values stay unseen.

python3 benchmarks/scores/holdouts.py SHARED PREDICTOR [EVERY]     SHARED holds data and eval; plain Python 3; prints a line for each hold-out and the mean

The last 48, 96, 144 and 216 hours are cut off each training series in turn, and the 48 hours after the cut are forecast. OWA is against the Naive2
scores of the whole test set (18.383, 2.395): a scale, not a competition.
"""
import csv
import gzip
import pathlib
import subprocess
import sys
import tempfile

shared, predictor = pathlib.Path(sys.argv[1]), sys.argv[2]
every = sys.argv[3] if len(sys.argv) > 3 else "1"
jar = pathlib.Path(__file__).resolve().parent.parent / "target" / "headroom-bench.jar"
series = {}
with gzip.open(shared / "data" / "m4_hourly" / "m4_hourly_train.csv.gz", "rt") as f:
    for r in csv.DictReader(f):
        series.setdefault(r["series"], []).append((r["t"], r["value"]))
owa, msis = [], []
for cut in (48, 96, 144, 216):
    with tempfile.TemporaryDirectory() as folder:
        for part in ("train", "test"):
            with open(f"{folder}/{part}.csv", "w") as f:
                f.write("series,t,value\n")
                for name, points in series.items():
                    n = len(points) - cut
                    kept = points[:n] if part == "train" else points[n : n + 48]
                    f.writelines(f"{name},{t},{v}\n" for t, v in kept)
        out = f"{folder}/out.csv"
        command = ["java", "-jar", str(jar), "forecast", "--in", f"{folder}/train.csv", "--horizon", "48", "--periods", "24,168"]
        command += ["--predictor", predictor, "--every", every, "--out", out]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        score = [sys.executable, str(shared / "eval" / "score_forecasts.py"), "--train", f"{folder}/train.csv", "--test", f"{folder}/test.csv"]
        score += ["--forecasts", out, "--m", "24", "--naive2", "18.383,2.395"]
        lines = subprocess.run(score, check=True, capture_output=True, text=True).stdout.splitlines()
        found = dict(line.split() for line in lines if len(line.split()) == 2)
        owa.append(float(found["OWA_unrounded"]))
        msis.append(float(found["MSIS"]))
        print(f"holdout cut={cut} OWA={owa[-1]:.4f} MSIS={msis[-1]:.3f}")
print(f"holdouts predictor={predictor} every={every} OWA={sum(owa) / 4:.4f} MSIS={sum(msis) / 4:.3f}")
