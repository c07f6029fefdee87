#!/usr/bin/env bash
# Frontiers of headroom and of what teams run today on the public sets, compared as FRONTIER.md says.   benchmarks/scores/frontier.sh SHARED [OUT]
# SHARED holds data. The sweep covers 0.05 to 5 % of violations, the range of the protocol. Needs the bench jar. Takes about an hour on two cores; LEADS=PT5M and EVERY=8 (each 8th series of a file) shorten it.
# Sets: nasa_http and facebook_pod_a (12 series) at one minute; worldcup98, isp_eu and the 132 pairs of Abilene at five.
set -euo pipefail
data=$(cd "$1" && pwd)/data
out=${2:-target/frontier}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peers=hpa,tracking,tracking-predictive
safeties=${SAFETIES:-0.7,0.75,0.8,0.85,0.9,0.93,0.95,0.97,0.98,0.985,0.99,0.9925,0.995,0.998,0.999,0.9995,0.9998,0.9999,0.99995,0.99998,0.99999,0.999995,0.999999}
targets=0.3,0.35,0.4,0.45,0.5,0.55,0.6,0.65,0.7,0.75,0.8,0.85,0.9,0.95
mkdir -p "$out"
java -jar "$here/../target/headroom-bench.jar" frontier --runs NONE --threads 2 --leads "${LEADS:-PT5M,PT15M}" --every "${EVERY:-1}" \
    --in "$data/nasa_http/nasa_http_1min.csv.gz,$data/facebook_pod_a/facebook_pod_a.csv.gz" \
    --in "$data/worldcup98/worldcup98_5min.csv.gz,$data/isp_eu/isp_eu_5min.csv.gz,$data/abilene/abilene_5min_2004-03-01_14d.csv.gz" \
    --step PT1M,PT1M,PT5M,PT5M,PT5M --strategies "headroom,$peers" --safeties "$safeties" --targets "$targets" \
    --compare "$peers" --html "$out/frontiers.html" --out "$out"
