#!/usr/bin/env bash
# The accuracy rows of the recurrent network in RESULTS.md.   benchmarks/scores/lstm.sh SHARED [OUT]
# M4 Hourly with all history and with its last 72 points alone, US state flows, Abilene, against the classical predictors. SHARED holds data
# and eval. Needs the bench jar and python3. PREDICTORS=lstm shortens it. Takes about half an hour on two idle cores.
set -euo pipefail
shared=$(cd "$1" && pwd)
out=${2:-target/scores}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
m4=$shared/data/m4_hourly
flows=$shared/data/us_state_flows/us_state_flows_daily_2019-01-01_425d.csv.gz
abilene=$shared/data/abilene/abilene_5min_2004-03-01_14d.csv.gz
deciles=0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9
bench() { java -jar "$here/../target/headroom-bench.jar" "$@" --deadline-ms 600000 2> /dev/null | tail -1; }
score() { # NAME HISTORY FORECASTS RUN
    python3 "$shared/eval/score_forecasts.py" --train "$2" --test "$m4/m4_hourly_test.csv.gz" --m 24 --naive2-file \
        "$m4/m4_hourly_point_forecasts.csv.gz" --quantiles $deciles --forecasts "$3" |
        awk -v p="$1" -v run="$4" 'BEGIN { printf "%s", p }
            $1 ~ /^(sMAPE|MASE|OWA|MSIS|coverage|mean_wQL|not_finite|crossed)$/ && !seen[$1]++ { printf " %s=%s", $1, $2 }
            END { if (match(run, /fit_s=[0-9.]+/)) printf " %s", substr(run, RSTART, RLENGTH); print "" }'
}
mkdir -p "$out"
zcat "$m4/m4_hourly_train.csv.gz" | awk -F, '
    NR == 1 { print "series,t,value"; next }
    $1 != name { flush(); name = $1; n = 0 }
    { value[n++] = $3 }
    function flush(i) { for (i = n > 72 ? n - 72 : 0; i < n; i++) print name "," i - (n > 72 ? n - 72 : 0) + 1 "," value[i] }
    END { flush() }' > "$out/m4-last72.csv"
for predictor in ${PREDICTORS:-lstm auto-lstm ets seasonal-naive auto}; do
    run=$(bench forecast --in "$m4/m4_hourly_train.csv.gz" --horizon 48 --periods 24,168 --grid PT1H --predictor "$predictor" \
        --quantiles 0.025,$deciles,0.975 --out "$out/m4-$predictor.csv")
    score "m4 predictor=$predictor" "$m4/m4_hourly_train.csv.gz" "$out/m4-$predictor.csv" "$run"
    run=$(bench forecast --in "$out/m4-last72.csv" --horizon 48 --periods 24 --grid PT1H --predictor "$predictor" \
        --quantiles 0.025,$deciles,0.975 --out "$out/m4-last72-$predictor.csv")
    score "m4 last 72 predictor=$predictor" "$m4/m4_hourly_train.csv.gz" "$out/m4-last72-$predictor.csv" "$run"
done
for predictor in ${PREDICTORS:-lstm auto-lstm harmonic auto ets seasonal-naive subset-ar theta}; do
    bench track --in "$flows" --warmup 365 --horizon 28 --stride 60 --periods 7 --grid PT24H --from 2019-01-01T00:00:00Z \
        --quantiles $deciles --predictor "$predictor" --out "$out/flows-$predictor.csv" > "$out/run"
    echo "state flows predictor=$predictor $(python3 "$here/pinball.py" --in "$flows" --warmup 365 "$out/flows-$predictor.csv" | cut -d' ' -f2-)" \
        "$(grep -o 'fit_s=[0-9.]*' "$out/run" || true)"
done
for predictor in ${PREDICTORS:-lstm auto-lstm auto subset-ar ets direct}; do
    bench track --in "$abilene" --warmup 2880 --horizon 12 --stride 36 --periods 288 --grid PT5M --from 2004-03-01T00:00:00Z \
        --quantiles $deciles --predictor "$predictor" --out "$out/links-$predictor.csv" > "$out/run"
    echo "abilene predictor=$predictor $(python3 "$here/pinball.py" --in "$abilene" --warmup 2880 "$out/links-$predictor.csv" | cut -d' ' -f2-)" \
        "$(grep -o 'fit_s=[0-9.]*' "$out/run" || true)"
done
