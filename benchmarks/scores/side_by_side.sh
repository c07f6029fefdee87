#!/usr/bin/env bash
# Headroom and its peers on the same series of M4 Hourly, one after the other, one thread, times of fit and forecast in ms a series.
#
#   benchmarks/scores/side_by_side.sh SHARED [OUT] [EVERY] [EVERY_SLOW]
#
# SHARED holds data/m4_hourly, peers (run_statsforecast.py, run_r.R, run_prophet.R) and eval (score_forecasts.py). Each K-th series is run, for
# AutoARIMA each K_SLOW-th. Needs the bench jar, python3 ($PYTHON) with statsforecast, and R with forecast and prophet; what is missing is said and
# left out. Headroom's code is compiled by 19 rounds that are not timed; the peers are compiled ahead of time or warm themselves up.
set -euo pipefail
shared=$(cd "$1" && pwd)
out=${2:-target/side_by_side}
every=${3:-20}
slow=${4:-100}
python=${PYTHON:-python3}
jar=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/target/headroom-bench.jar
data=$shared/data/m4_hourly
common=(--in "$data/m4_hourly_train.csv.gz" --horizon 48)
mkdir -p "$out"

score() { # file name, every
    "$python" "$shared/eval/score_forecasts.py" --train "$data/m4_hourly_train.csv.gz" --test "$data/m4_hourly_test.csv.gz" --m 24 \
        --naive2-file "$data/m4_hourly_point_forecasts.csv.gz" --forecasts "$1" 2> /dev/null |
        awk '$1 ~ /^(MASE|OWA|MSIS)$/ && !seen[$1]++ { printf "%s=%.3f ", $1, $2 }' || true
}
run() { # label, command...
    local label=$1 file=$out/$1.csv line load
    shift
    load=$(cut -d' ' -f1 /proc/loadavg 2> /dev/null || echo '?')
    if line=$("$@" --out "$file" 2> "$out/$label.err" | tail -1); then
        printf '%-22s %s load=%s %s\n' "$label" "$(grep -oE ' ms_(per_series_)?(mean|max)=[0-9.]+' <<< "$line" | tr '\n' ' ')" "$load" "$(score "$file")"
    else
        printf '%-22s not run: %s\n' "$label" "$(tail -1 "$out/$label.err")"
    fi
}
ours() { run "headroom-$1-$2" java -jar "$jar" forecast "${common[@]}" --periods "${3:-24,168}" --predictor "$1" --every "$2" --threads 1 --rounds 20; }
theirs() { run "statsforecast-$1-$2" "$python" "$shared/peers/run_statsforecast.py" "${common[@]}" --periods 24,168 --method "$1" --every "$2"; }

java -version 2>&1 | head -1
"$python" -c 'import statsforecast; print("statsforecast", statsforecast.__version__)' || true
Rscript -e 'for (p in c("forecast", "prophet")) cat(p, as.character(packageVersion(p)), "\n")' 2> /dev/null || true
ours auto "$every"
ours ets "$every"; theirs AutoETS "$every"; run "r-ets-$every" Rscript "$shared/peers/run_r.R" "${common[@]}" --periods 24,168 --method ets --every "$every"
ours theta "$every"; theirs AutoTheta "$every"
ours mstl "$every"; theirs MSTL "$every"
ours additive "$every"; run "r-prophet-$every" Rscript "$shared/peers/run_prophet.R" "${common[@]}" --step-seconds 3600 --every "$every"
ours harmonic "$every"; ours subset-ar "$every"
ours arima "$slow"; theirs AutoARIMA "$slow"
