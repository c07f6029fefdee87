#!/usr/bin/env bash
# Frontiers of headroom and of what teams run today on the public sets, compared as FRONTIER.md says.   benchmarks/scores/frontier.sh SHARED [OUT]
# SHARED holds data. Needs the bench jar. Takes about twenty minutes on two cores; LEADS=PT5M and EVERY=8 (each 8th series of a file) shorten it.
# Sets: nasa_http and facebook_pod_a (12 series) at one minute; worldcup98, isp_eu and the 132 pairs of Abilene at five.
set -euo pipefail
data=$(cd "$1" && pwd)/data
out=${2:-target/frontier}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peers=hpa,tracking,tracking-predictive
mkdir -p "$out"
java -jar "$here/../target/headroom-bench.jar" frontier --runs NONE --threads 2 --leads "${LEADS:-PT5M,PT15M}" --every "${EVERY:-1}" \
    --in "$data/nasa_http/nasa_http_1min.csv.gz,$data/facebook_pod_a/facebook_pod_a.csv.gz" \
    --in "$data/worldcup98/worldcup98_5min.csv.gz,$data/isp_eu/isp_eu_5min.csv.gz,$data/abilene/abilene_5min_2004-03-01_14d.csv.gz" \
    --step PT1M,PT1M,PT5M,PT5M,PT5M --strategies "headroom,$peers" --compare "$peers" --html "$out/frontiers.html" --out "$out"
