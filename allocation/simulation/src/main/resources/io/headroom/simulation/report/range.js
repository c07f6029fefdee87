// The one stretch of time that all time charts show.
const SPANS = [
  { name: "Day", days: 1, floor: (wall) => Math.floor(wall / DAY) * DAY, after: (start) => start + DAY },
  { name: "Week", days: 7, floor: (wall) => Math.floor((wall - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY, after: (start) => start + 7 * DAY },
  { name: "Month", days: 31, floor: (wall) => monthStart(wall, 0), after: (start) => monthStart(start, 1) },
];

/** The first second of a wall-clock month, so many months later. */
function monthStart(wall, later) {
  const p = parts(wall);
  return Date.UTC(p.y, p.m + later, 1) / 1000;
}

const range = {
  full: null, step: 1, from: 0, until: 0, listeners: [],

  /** Sets what there is to see, in steps of so many seconds, and shows the report's focus or all of it. */
  open(from, until, step) {
    this.full = [from, until];
    this.step = step;
    const focus = report.focus || this.full;
    this.from = Math.max(from, focus[0]);
    this.until = Math.min(until, focus[1]);
    if (this.until <= this.from) [this.from, this.until] = this.full;
  },

  /** Shows whole steps, at least two, within what there is to see. */
  show(from, until) {
    const whole = (second) => this.full[0] + Math.round((second - this.full[0]) / this.step) * this.step;
    const width = Math.min(Math.max(whole(until) - whole(from), 2 * this.step), this.full[1] - this.full[0]);
    const start = Math.min(Math.max(whole(from), this.full[0]), this.full[1] - width);
    if (start === this.from && start + width === this.until) return;
    this.from = start;
    this.until = start + width;
    for (const listener of this.listeners) listener();
  },

  showAll() { this.show(...this.full); },
  isAll() { return this.from === this.full[0] && this.until === this.full[1]; },

  /** Shows the wall-clock day, week (from Monday) or calendar month in the middle of what is shown now. */
  showSpan(span) {
    const focus = report.focus || [this.full[1] - 2 * HOUR, this.full[1]];
    const wall = toWall(this.isAll() ? (focus[0] + focus[1]) / 2 : (this.from + this.until) / 2);
    const start = span.floor(wall);
    this.show(fromWall(start), fromWall(span.after(start)));
  },

  /** Which of the spans is shown now, if any. */
  span() {
    const from = toWall(this.from), until = toWall(this.until);
    return SPANS.find((span) => span.floor(from) === from && span.after(from) === until);
  },

  /** Moves to the span before or after, or by a whole width, keeping wall-clock ends over a clock change. */
  move(forward) {
    const from = toWall(this.from), until = toWall(this.until), span = this.span();
    const start = forward ? until : span ? span.floor(from - 1) : from - (until - from);
    this.show(fromWall(start), fromWall(span ? span.after(start) : start + until - from));
  },
};
