// What is drawn on a time chart beside its lines: shaded times with their labels, and the steps that were violated.
const FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Shades times behind the lines. */
function shadeTimes(u, annotations) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.fillStyle = colour("shade");
  for (const { span } of visible(u, annotations)) {
    const [left, right] = pixels(u, span);
    ctx.fillRect(left, bbox.top, Math.max(2 * uPlot.pxRatio, right - left), bbox.height);
  }
  ctx.restore();
}

/** Names the shaded times along the top; a label that would cover the one before is left out. */
function nameTimes(u, annotations) {
  const { ctx, bbox } = u, ratio = uPlot.pxRatio;
  ctx.save();
  ctx.font = `600 ${11 * ratio}px ${FONT}`;
  ctx.textAlign = "left";
  ctx.textBaseline = "top";
  ctx.fillStyle = colour("shade-ink");
  ctx.strokeStyle = colour("panel");
  ctx.lineWidth = 3 * ratio;
  ctx.lineJoin = "round";
  let taken = -Infinity;
  for (const { span, label } of visible(u, annotations)) {
    const [left] = pixels(u, span);
    const wide = ctx.measureText(label).width;
    const x = Math.min(left + 4 * ratio, bbox.left + bbox.width - wide - 2 * ratio);
    if (x < taken) continue;
    ctx.strokeText(label, x, bbox.top + 4 * ratio);
    ctx.fillText(label, x, bbox.top + 4 * ratio);
    taken = x + wide + 10 * ratio;
  }
  ctx.restore();
}

/** Marks violated steps along the bottom, each one at any distance. `runs` holds first places and lengths in turn. */
function markViolations(u, time, runs) {
  const { ctx, bbox } = u, ratio = uPlot.pxRatio;
  const step = time[1] - time[0];
  ctx.save();
  ctx.fillStyle = colour("bad");
  for (let i = 0; i < runs.length; i += 2) {
    const first = time[runs[i]], last = time[runs[i] + runs[i + 1] - 1] + step;
    if (last < u.scales.x.min || first > u.scales.x.max) continue;
    const [left, right] = pixels(u, [first, last]);
    ctx.fillRect(left, bbox.top + bbox.height - 7 * ratio, Math.max(2 * ratio, right - left), 7 * ratio);
  }
  ctx.restore();
}

function visible(u, annotations) {
  return annotations.filter((a) => a.span[1] > u.scales.x.min && a.span[0] < u.scales.x.max)
    .sort((a, b) => a.span[0] - b.span[0]);
}

function pixels(u, [from, until]) {
  const { left, width } = u.bbox;
  const clip = (x) => Math.min(Math.max(x, left), left + width);
  return [clip(u.valToPos(from, "x", true)), clip(u.valToPos(until, "x", true))];
}
