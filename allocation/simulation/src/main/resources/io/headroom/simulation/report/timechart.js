// Time charts: a forecast with its band against what came, and demand against capacity.
const line = (label, name, more) => ({ label, stroke: colour(name), width: 1.5, points: { show: false }, value: (u, v) => show(v), ...more });
const dashes = (name) => `repeating-linear-gradient(90deg, ${colour(name)} 0 4px, transparent 4px 7px)`;
const STEPPED = uPlot.paths.stepped({ align: 1, extend: true }), STRAIGHT = uPlot.paths.linear();

/** How a forecast chart is drawn. */
function forecastLook(data) {
  const time = unpackTime(data.time), actual = unpack(data.actual), mean = unpack(data.mean);
  const lower = unpack(data.lower), upper = unpack(data.upper);
  const outside = actual.map((v, i) => v != null && mean[i] != null && (v < lower[i] || v > upper[i]) ? v : null);
  const percent = +(100 * data.level).toPrecision(4);
  return {
    series: new Series([time, upper, lower, mean, actual, outside], (i) => mean[i] ?? (actual[i] ?? 0) - 1e12),
    chosen: "step with the highest forecast",
    overview: actual,
    lines: () => [
      line(`${percent} % band`, "band", {
        width: 0, class: "band", key: colour("band"), points: { show: false },
        value: (u, v, s, i) => i == null || v == null ? "–" : show(u.data[2][i]) + " to " + show(v),
      }),
      line("", "band", { width: 0, class: "hide" }),
      line("Forecast", "forecast", { width: 2, class: "second" }),
      line("Actual", "actual", { width: 1.25, class: "first" }),
      line("Outside the band", "bad", {
        class: "dot", width: 0, paths: () => null, points: { show: true, size: 6, width: 1.25, stroke: colour("bad"), fill: colour("panel") },
      }),
    ],
    bands: () => [{ series: [1, 2], fill: colour("band") }],
    marks: () => {},
  };
}

/** How a capacity chart is drawn: in steps when near, since capacity is held from one step to the next. */
function capacityLook(data) {
  const time = unpackTime(data.time), demand = unpack(data.demand), usable = unpack(data.usable), paid = unpack(data.paid);
  const columns = [time, paid, usable, demand];
  if (data.rival) columns.splice(3, 0, unpack(data.rivalUsable));
  const rival = "c" + data.rivalColour;
  const paths = (u, ...rest) => (u.data[0] === time ? STEPPED : STRAIGHT)(u, ...rest);
  return {
    series: new Series(columns, (i) => demand[i] ?? -1),
    chosen: "step with the highest demand",
    overview: demand,
    lines: () => [
      line("Paid", "paid", { width: 1, dash: [3, 3], paths, key: dashes("paid") }),
      line("Usable", "usable", { width: 2, paths, class: "second" }),
      ...(data.rival ? [line(`Usable with ${data.rival}`, rival, { width: 1.5, dash: [7, 3], paths, key: dashes(rival), class: "wide" })] : []),
      line("Demand", "actual", { width: 1.25, paths, class: "first" }),
    ],
    bands: () => [
      { series: [1, 2], fill: colour("booting") },
      { series: [data.rival ? 4 : 3, 2], fill: colour("bad-fill") },
    ],
    marks: (u) => markViolations(u, time, data.violations),
  };
}

/** One chart in its place, redrawn when the time shown, the width or the theme changes. */
class TimeChart {
  constructor(place, data) {
    this.place = place;
    this.data = data;
    this.look = data.kind === "forecast" ? forecastLook(data) : capacityLook(data);
    this.annotations = report.annotations.concat(data.annotations);
    this.detail = make("p", { class: "detail" });
    this.seen = true;
    this.stale = false;
    const time = this.look.series.time, last = time.length - 1;
    this.ends = [time[0], time[last] + (time[last] - time[last - 1])];
  }

  open() {
    this.stale = false;
    const width = this.place.clientWidth;
    const view = this.look.series.view(range.from, range.until, width);
    const lines = this.look.lines();
    this.place.replaceChildren();
    this.plot = new uPlot({
      width, height: this.height(width), padding: [6, 28, 0, 0],
      series: [{ label: "", class: "time", value: (u, v) => v == null ? this.data.unit : longTime(v) }, ...lines],
      bands: this.look.bands(),
      scales: { x: { time: false, auto: false, min: range.from, max: range.until }, y: { range: (u, min, max) => this.height01(min, max) } },
      axes: [timeAxis(), valueAxis()],
      legend: { markers: { width: 0, fill: (u, i) => lines[i - 1].key || lines[i - 1].stroke } },
      cursor: this.cursor(lines),
      hooks: {
        drawClear: [(u) => shadeTimes(u, this.annotations)],
        draw: [(u) => { this.look.marks(u); nameTimes(u, this.annotations); }],
        setSelect: [(u) => this.selected(u)],
      },
    }, view.columns, this.place);
    this.place.append(this.detail);
    keyboardLegend(this.plot);
    this.say(view);
  }

  show() {
    this.stale = false;
    const view = this.look.series.view(range.from, range.until, this.place.clientWidth);
    this.plot.batch(() => {
      if (view.columns[0] !== this.plot.data[0]) this.plot.setData(view.columns, false);
      this.plot.setScale("x", { min: range.from, max: range.until });
    });
    this.say(view);
  }

  resize() {
    const width = this.place.clientWidth;
    if (!width || width === this.plot.width) return;
    this.plot.setSize({ width, height: this.height(width) });
    this.show();
  }

  close() { this.plot.destroy(); }

  say(view) {
    this.detail.textContent = view.period ? `One point for each ${periodWords(view.period)}: its ${this.look.chosen}. Zoom in for every step.` : "";
  }

  height(width) { return width < 560 ? 210 : 250; }

  /** From zero, with room for labels above. */
  height01(min, max) {
    if (min == null || max == null) return [0, 1];
    const low = Math.min(0, min), high = Math.max(max, low + 1e-9);
    return [low, high + (high - low) * 0.14];
  }

  /** The cursor stands on steps, so that all charts show the same one whatever lies under the pointer. */
  cursor(lines) {
    return {
      y: false,
      move: (u, left, top) => left < 0 ? [left, top] : [u.valToPos(u.data[0][u.posToIdx(left)], "x"), top],
      drag: { x: true, y: false, setScale: false, dist: 6 },
      points: { size: (u, i) => lines[i - 1].width ? 7 : 0, width: 1.5, fill: () => colour("panel") },
      sync: { key: "time", scales: ["x", null], filters: { pub: (type) => type === "mousemove" || type === "mouseleave", sub: () => true } },
      bind: { dblclick: () => () => range.showAll() },
    };
  }

  selected(u) {
    const { left, width } = u.select;
    if (width < 6) return;
    const from = u.posToVal(left, "x"), until = u.posToVal(left + width, "x");
    u.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
    range.show(from, until);
  }
}

function timeAxis() {
  return {
    stroke: colour("soft"), font: `11px ${FONT}`, size: 40, gap: 6,
    grid: { stroke: colour("grid"), width: 1 }, ticks: { stroke: colour("rule"), width: 1, size: 5 },
    splits: (u) => timeTicks(u.scales.x.min, u.scales.x.max, u.bbox.width / uPlot.pxRatio, 62),
    values: (u, seconds) => timeLabels(seconds),
  };
}

function valueAxis() {
  return {
    stroke: colour("soft"), font: `11px ${FONT}`, gap: 6,
    size: (u, labels) => Math.max(34, 14 + 7 * Math.max(0, ...(labels || []).map((label) => label.length))),
    grid: { stroke: colour("grid"), width: 1 }, ticks: { show: false },
    splits: (u, axis, min, max) => roundTicks(min, max, 5),
    values: (u, values) => values.map(show),
  };
}

/** Lets the keyboard switch lines on and off, as the mouse can. */
function keyboardLegend(plot) {
  plot.root.querySelectorAll(".u-legend tr:not(.time):not(.hide) th").forEach((head) => {
    head.tabIndex = 0;
    head.setAttribute("role", "button");
    head.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      head.click();
    });
  });
}
