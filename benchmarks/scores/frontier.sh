#!/usr/bin/env bash
# Frontiers of headroom and of what teams run today on the public sets, compared as FRONTIER.md says.   benchmarks/scores/frontier.sh SHARED [OUT]
# SHARED holds data. Needs the bench jar. Takes about half an hour on two cores; LEADS=PT5M and EVERY=20 make it shorter.
# Sets: nasa_http and facebook_pod_a (12 series) at one minute, worldcup98, isp_eu and each EVERY-th Abilene pair at five.
set -euo pipefail
shared=$(cd "$1" && pwd)
out=${2:-target/frontier}
leads=${LEADS:-PT5M,PT15M}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=$shared/data
peers=hpa,tracking,tracking-predictive
bench() { java -jar "$here/../target/headroom-bench.jar" frontier --runs NONE --threads 2 --leads "$leads" "$@"; }
mkdir -p "$out"
# facebook_pod_a is evaluated after four days: the units file tells it.
bench --in "$data/facebook_pod_a/facebook_pod_a.csv.gz" --step PT1M --start 5760 --strategies "$peers" --out "$out/facebook" 2> /dev/null | tail -1
bench --in "$data/nasa_http/nasa_http_1min.csv.gz,$data/facebook_pod_a/facebook_pod_a.csv.gz" --step PT1M --units "$out/facebook/units.csv" \
    --strategies "headroom,$peers" --compare "$peers" --out "$out/minute" 2> "$out/minute.txt" | tail -1
bench --in "$data/abilene/abilene_5min_2004-03-01_14d.csv.gz" --step PT5M --every "${EVERY:-5}" \
    --strategies "headroom,$peers" --compare "$peers" --out "$out/abilene" 2> "$out/abilene.txt" | tail -1
bench --in "$data/worldcup98/worldcup98_5min.csv.gz,$data/isp_eu/isp_eu_5min.csv.gz" --step PT5M \
    --strategies "headroom,$peers" --compare "$peers" --out "$out/five" 2> "$out/five.txt" | tail -1
