"""The first 24 hours without training: for each point of HPA, is there one of headroom with cost <= 1.05 x and violation <= 1.05 x + 0.05 points?

    benchmarks/scores/coldstart.py SHARED [OUT]

Needs the bench jar. One-minute sets: nasa_http and facebook_pod_a; five-minute sets: worldcup98, isp_eu and every 6th pair of Abilene. The
evaluation starts at the second row, as a strategy has to have seen one. Takes three minutes.
"""

import csv
import pathlib
import subprocess
import sys

SAFETIES = "0.3,0.4,0.5,0.55,0.6,0.65,0.7,0.75,0.8,0.85,0.9,0.95,0.98,0.99,0.995,0.999,0.9995,0.9999,0.99999,0.999999"
TARGETS = "0.3,0.35,0.4,0.45,0.5,0.55,0.6,0.65,0.7,0.75,0.8,0.85,0.9,0.95"
SETS = {
    "one minute": ("PT1M", "0:1441", 1, ["nasa_http/nasa_http_1min.csv.gz", "facebook_pod_a/facebook_pod_a.csv.gz"]),
    "five minutes": (
        "PT5M",
        "0:289",
        6,
        ["worldcup98/worldcup98_5min.csv.gz", "isp_eu/isp_eu_5min.csv.gz", "abilene/abilene_5min_2004-03-01_14d.csv.gz"],
    ),
}


def run(data, out, step, rows, every, files):
    jar = pathlib.Path(__file__).resolve().parent.parent / "target" / "headroom-bench.jar"
    command = ["java", "-jar", jar, "frontier", "--runs", "NONE", "--threads", "2", "--leads", "PT5M", "--every", str(every)]
    command += ["--in", ",".join(str(data / file) for file in files), "--step", ",".join([step] * len(files))]
    command += ["--rows", rows, "--start", "1", "--strategies", "headroom,hpa", "--safeties", SAFETIES, "--targets", TARGETS]
    subprocess.run(command + ["--out", out], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(out / "summary.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def main():
    data = pathlib.Path(sys.argv[1]) / "data"
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "target/coldstart")
    for name, (step, rows, every, files) in SETS.items():
        out = folder / name.replace(" ", "-")
        out.mkdir(parents=True, exist_ok=True)
        points = run(data, out, step, rows, every, files)
        for klass in sorted({p["class"] for p in points}):
            for statistic in ("mean", "median"):
                mine, theirs = (
                    [(float(p["viol_" + statistic]), float(p["cost_ratio_" + statistic]), p["param"], p["series"])
                     for p in points if p["class"] == klass and p["strategy"] == strategy]
                    for strategy in ("headroom", "hpa")
                )
                missed = [
                    f"{param} ({violation:.2f} % at {cost:.2f} x)"
                    for violation, cost, param, _ in theirs
                    if not any(c <= 1.05 * cost and v <= 1.05 * violation + 0.05 for v, c, _, _ in mine)
                ]
                print(f"{name}, {klass} ({mine[0][3]} series), {statistic}: {len(theirs) - len(missed)} of {len(theirs)}", end="")
                print("; missed: " + ", ".join(missed) if missed else "")


if __name__ == "__main__":
    main()
