// Wall-clock time of the report's zone, whatever the reader's: the report brings the zone's offsets with it.
const report = dataOf("report");
const MINUTE = 60, HOUR = 3600, DAY = 86400;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const two = (n) => String(n).padStart(2, "0");

function offsetAt(second) {
  const offsets = report.offsets;
  let low = 0, high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle][0] <= second) low = middle; else high = middle - 1;
  }
  return offsets[low][1];
}

/** Seconds since 1970 as a clock on the wall would count them. */
const toWall = (second) => second + offsetAt(second);
const fromWall = (wall) => wall - offsetAt(wall - offsetAt(wall));

/** The parts of a wall-clock second; UTC getters only, so that the reader's own zone never enters. */
function parts(wall) {
  const d = new Date(wall * 1000);
  return { y: d.getUTCFullYear(), m: d.getUTCMonth(), d: d.getUTCDate(), wd: d.getUTCDay(), h: d.getUTCHours(), min: d.getUTCMinutes(), s: d.getUTCSeconds() };
}

const clock = (p) => two(p.h) + ":" + two(p.min) + (p.s ? ":" + two(p.s) : "");

/** Such as "Sat 9 Feb 2013 14:00". */
function longTime(second) {
  const p = parts(toWall(second));
  return `${DAYS[p.wd]} ${p.d} ${MONTHS[p.m]} ${p.y} ${clock(p)}`;
}

/** Such as "2013-02-09 14:00", which sorts and can be searched for. */
function isoTime(second) {
  const p = parts(toWall(second));
  return `${p.y}-${two(p.m + 1)}-${two(p.d)} ${clock(p)}`;
}

/** A stretch of time, without what both ends share or midnight makes needless. */
function spanWords(from, until) {
  const a = parts(toWall(from)), b = parts(toWall(until));
  const midnight = clock(a) === "00:00" && clock(b) === "00:00";
  const end = midnight ? parts(toWall(until) - 1) : b;
  const words = (p) => `${DAYS[p.wd]} ${p.d} ${MONTHS[p.m]} ${p.y}` + (midnight ? "" : " " + clock(p));
  const first = words(a), last = words(end);
  return first === last ? first : first + " – " + last;
}

const STEPS = [MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

/** Where a time axis has its marks: on round wall-clock times, at least so many pixels apart. */
function timeTicks(from, until, width, space) {
  const perTick = (until - from) / Math.max(1, width / space);
  const wallFrom = toWall(from), wallUntil = toWall(until);
  const step = STEPS.find((s) => s >= perTick);
  const walls = [];
  if (step) {
    const shift = step === 7 * DAY ? 4 * DAY : 0;
    for (let w = Math.ceil((wallFrom - shift) / step) * step + shift; w <= wallUntil; w += step) walls.push(w);
  } else {
    const months = MONTH_STEPS.find((m) => m * 30.4 * DAY >= perTick) || 120;
    const p = parts(wallFrom);
    for (let m = Math.floor((p.y * 12 + p.m) / months) * months; ; m += months) {
      const wall = Date.UTC(Math.floor(m / 12), m % 12, 1) / 1000;
      if (wall > wallUntil) break;
      if (wall >= wallFrom) walls.push(wall);
    }
  }
  return walls.map(fromWall);
}

/** Labels of time marks: the fine part on the first line, what it belongs to below, where that changes. */
function timeLabels(seconds) {
  if (!seconds.length) return [];
  const all = seconds.map((second) => parts(toWall(second)));
  const step = seconds.length > 1 ? seconds[1] - seconds[0] : DAY;
  let last = "";
  return all.map((p) => {
    const line = step < DAY - HOUR ? clock(p) : step < 27 * DAY ? `${p.d} ${MONTHS[p.m]}` : step < 330 * DAY ? MONTHS[p.m] : String(p.y);
    const belongs = step < DAY - HOUR ? `${DAYS[p.wd]} ${p.d} ${MONTHS[p.m]}` : step < 330 * DAY ? String(p.y) : "";
    const below = belongs === last ? "" : belongs;
    last = belongs;
    return below ? line + "\n" + below : line;
  });
}
