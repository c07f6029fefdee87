// The bar above the time charts: range buttons, and the whole run in small with a window to drag.
const EDGE = 7;

function openTimebar(overview) {
  const bar = byId("timebar");
  const spans = SPANS.filter((span) => span.days * DAY < range.full[1] - range.full[0]);
  const buttons = spans.map((span) => make("button", { type: "button", onclick: () => range.showSpan(span) }, span.name));
  const all = make("button", { type: "button", onclick: () => range.showAll() }, "All");
  const back = make("button", { type: "button", "aria-label": "Earlier", onclick: () => range.move(false) }, "‹");
  const on = make("button", { type: "button", "aria-label": "Later", onclick: () => range.move(true) }, "›");
  const words = make("output", { "aria-live": "polite" });
  const canvas = make("canvas", { "aria-hidden": "true" });
  const scene = make("div", { class: "scene" }, canvas);
  bar.append(
    make("div", { class: "buttons", role: "group", "aria-label": "Time shown" }, ...buttons, all),
    make("div", { class: "buttons", role: "group", "aria-label": "Move in time" }, back, on),
    words, scene);
  const paint = () => {
    spans.forEach((span, i) => buttons[i].setAttribute("aria-pressed", range.span() === span));
    all.setAttribute("aria-pressed", range.isAll());
    back.disabled = range.from <= range.full[0];
    on.disabled = range.until >= range.full[1];
    words.replaceChildren(spanWords(range.from, range.until), make("small", {}, report.zone));
    paintOverview(canvas, overview);
  };
  dragWindow(scene);
  range.listeners.push(paint);
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--bar", bar.offsetHeight + "px");
    paint();
  }).observe(bar);
  paint();
  return paint;
}

function paintOverview(canvas, overview) {
  const width = canvas.clientWidth, height = canvas.clientHeight, ratio = devicePixelRatio || 1;
  if (!width) return;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const g = canvas.getContext("2d");
  g.scale(ratio, ratio);
  const [first, end] = range.full;
  const x = (second) => (second - first) / (end - first) * width;
  g.fillStyle = colour("shade");
  for (const a of report.annotations) g.fillRect(x(a.span[0]), 0, Math.max(2, x(a.span[1]) - x(a.span[0])), height);
  const { columns: [time, values] } = overview.view(first, end, 3 * width);
  const top = values.reduce((most, v) => Math.max(most, v || 0), 0) || 1;
  g.fillStyle = colour("cursor");
  g.beginPath();
  g.moveTo(0, height);
  time.forEach((second, i) => g.lineTo(x(second), height - (values[i] || 0) / top * (height - 6)));
  g.lineTo(x(time[time.length - 1]), height);
  g.fill();
  const left = x(range.from), right = x(range.until);
  g.globalAlpha = 0.72;
  g.fillStyle = colour("page");
  g.fillRect(0, 0, left, height);
  g.fillRect(right, 0, width - right, height);
  g.globalAlpha = 1;
  g.strokeStyle = colour("accent");
  g.lineWidth = 1.5;
  g.strokeRect(Math.max(0.75, left), 0.75, Math.max(2, Math.min(width - 0.75, right) - Math.max(0.75, left)), height - 1.5);
}

/** Drags the window, its edges, or, from outside it, a new one; a click centres it. */
function dragWindow(scene) {
  const second = (event) => {
    const box = scene.getBoundingClientRect();
    return range.full[0] + (event.clientX - box.left) / box.width * (range.full[1] - range.full[0]);
  };
  const part = (event) => {
    const edge = EDGE / scene.clientWidth * (range.full[1] - range.full[0]);
    const at = second(event);
    if (range.isAll()) return "new";
    if (Math.abs(at - range.from) < edge && at < (range.from + range.until) / 2) return "from";
    if (Math.abs(at - range.until) < edge) return "until";
    return at > range.from && at < range.until ? "all" : "new";
  };
  scene.addEventListener("pointermove", (event) => {
    if (event.buttons) return;
    scene.style.cursor = { from: "ew-resize", until: "ew-resize", all: "grab", new: "crosshair" }[part(event)];
  });
  scene.addEventListener("dblclick", () => range.showAll());
  scene.addEventListener("pointerdown", (event) => {
    const kind = part(event), start = second(event), from = range.from, until = range.until;
    scene.setPointerCapture(event.pointerId);
    let moved = false;
    const move = (e) => {
      const at = second(e);
      moved = moved || Math.abs(e.clientX - event.clientX) > 3;
      if (!moved) return;
      if (kind === "all") range.show(from + at - start, until + at - start);
      else if (kind === "from") range.show(Math.min(at, until - 2 * range.step), until);
      else if (kind === "until") range.show(from, Math.max(at, from + 2 * range.step));
      else range.show(Math.min(start, at), Math.max(start, at));
    };
    const stop = () => {
      scene.removeEventListener("pointermove", move);
      if (!moved && kind === "new" && !range.isAll()) range.show(start - (until - from) / 2, start + (until - from) / 2);
    };
    scene.addEventListener("pointermove", move);
    scene.addEventListener("pointerup", stop, { once: true });
    scene.addEventListener("pointercancel", stop, { once: true });
  });
}
