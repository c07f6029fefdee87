#!/usr/bin/env bash
# The accuracy rows of RESULTS.md: M4 Hourly, Abilene, M3 and NAB.   benchmarks/scores/forecasting.sh SHARED [OUT]
# SHARED holds data and eval. Needs the bench jar and python3. Takes about five minutes on two cores.
set -euo pipefail
shared=$(cd "$1" && pwd)
out=${2:-target/scores}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
m4=$shared/data/m4_hourly
abilene=$shared/data/abilene/abilene_5min_2004-03-01_14d.csv.gz
bench() { java -jar "$here/../target/headroom-bench.jar" "$@" 2> /dev/null | tail -1; }
mkdir -p "$out"
java -version 2>&1 | head -1
for predictor in auto subset-ar harmonic arima mstl ets seasonal-naive theta additive; do
    bench forecast --in "$m4/m4_hourly_train.csv.gz" --horizon 48 --periods 24,168 --predictor "$predictor" \
        --quantiles 0.025,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,0.975 --out "$out/m4-$predictor.csv"
    python3 "$shared/eval/score_forecasts.py" --train "$m4/m4_hourly_train.csv.gz" --test "$m4/m4_hourly_test.csv.gz" --m 24 --naive2-file \
        "$m4/m4_hourly_point_forecasts.csv.gz" --quantiles 0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9 --forecasts "$out/m4-$predictor.csv" |
        awk -v p="$predictor" 'BEGIN { printf "m4 predictor=%s", p }
            $1 ~ /^(sMAPE|MASE|OWA|MSIS|coverage|ACD|mean_wQL|not_finite|crossed)$/ && !seen[$1]++ { printf " %s=%s", $1, $2 } END { print "" }'
done
for predictor in auto ets naive; do
    bench track --in "$abilene" --warmup 2880 --horizon 12 --stride 36 --periods 288 --window 6:6 --predictor "$predictor" \
        --quantiles 0.5,0.9,0.99 --out "$out/abilene-$predictor.csv"
    python3 "$shared/eval/score_track.py" --in "$abilene" --forecasts "$out/abilene-$predictor.csv" --warmup 2880 --horizon 12 --window 6:6 |
        awk -v p="$predictor" 'BEGIN { printf "abilene predictor=%s", p } { printf " %s", $0 } END { print "" }' | tr -s ' '
done
python3 "$here/m3.py" "$shared"
bench anomalies --in "$shared/data/nab/nab.csv.gz" --out "$out/nab.csv"
nab=(python3 "$shared/eval/score_nab.py" --labels "$shared/data/nab/labels.csv" --scores "$out/nab.csv")
echo "nab best threshold: $("${nab[@]}" | grep "^standard")"
echo "nab decisions: $("${nab[@]}" --decisions | grep "^standard")"
