// Series as they are embedded, and as they are drawn: every step when near, each period's peak step when far.
const PERIODS = [5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, DAY, 7 * DAY];

/** An embedded sequence: an array, or runs of equal values. */
function unpack(packed) {
  if (Array.isArray(packed)) return packed;
  const values = [];
  for (let i = 0; i < packed.runs.length; i += 2) {
    for (let n = packed.runs[i + 1]; n > 0; n--) values.push(packed.runs[i]);
  }
  return values;
}

/** Times of an embedded axis, in seconds. */
function unpackTime(time) {
  if (time.count) return Array.from({ length: time.count }, (_, i) => time.start + i * time.step);
  const seconds = [time.start];
  for (const step of time.steps) seconds.push(seconds[seconds.length - 1] + step);
  return seconds;
}

/** The first place whose value is not below the one given. */
function firstFrom(sorted, value) {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1; else high = middle;
  }
  return low;
}

/**
 * Columns of one chart with views of them at several distances. `weight(i)` says how much step i matters within its
 * period; the step that matters most stands for the period, in all columns at once, so that each drawn point is real.
 */
class Series {
  constructor(columns, weight) {
    this.columns = columns;
    this.time = columns[0];
    this.weight = weight;
    this.step = this.time[1] - this.time[0];
    this.far = new Map();
  }

  /** What to draw for a stretch of time on so many pixels: the columns, and the period or 0 if every step is there. */
  view(from, until, width) {
    const points = firstFrom(this.time, until) - firstFrom(this.time, from);
    if (points <= width * 0.9) return { period: 0, columns: this.columns };
    const period = PERIODS.find((p) => p >= 2 * this.step && (until - from) / p <= width / 2) || 7 * DAY;
    if (!this.far.has(period)) this.far.set(period, this.peaks(period));
    return { period, columns: this.far.get(period) };
  }

  peaks(period) {
    const chosen = [];
    let current = null, best = -1;
    for (let i = 0; i < this.time.length; i++) {
      const bucket = Math.floor((toWall(this.time[i]) - (period === 7 * DAY ? 4 * DAY : 0)) / period);
      if (bucket !== current) {
        if (best >= 0) chosen.push(best);
        current = bucket;
        best = i;
      } else if (this.weight(i) > this.weight(best)) best = i;
    }
    chosen.push(best);
    return this.columns.map((column) => chosen.map((i) => column[i]));
  }
}

function periodWords(period) {
  if (period < HOUR) return period / MINUTE + " minutes";
  if (period === HOUR) return "hour";
  if (period < DAY) return period / HOUR + " hours";
  return period === DAY ? "day" : "week";
}
