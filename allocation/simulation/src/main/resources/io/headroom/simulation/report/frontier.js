// The frontier: cost against violations on an axis that is linear about zero and logarithmic beyond.
const SHAPES = [
  (r) => `M0 ${-r}A${r} ${r} 0 1 1 0 ${r}A${r} ${r} 0 1 1 0 ${-r}Z`,
  (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  (r) => `M0 ${-r * 1.2}L${r * 1.15} ${r}H${-r * 1.15}Z`,
  (r) => `M0 ${-r * 1.35}L${r * 1.35} 0L0 ${r * 1.35}L${-r * 1.35} 0Z`,
  (r) => `M${-r} ${-r * .4}H${-r * .4}V${-r}H${r * .4}V${-r * .4}H${r}V${r * .4}H${r * .4}V${r}H${-r * .4}V${r * .4}H${-r}Z`,
  (r) => `M0 ${r * 1.2}L${r * 1.15} ${-r}H${-r * 1.15}Z`,
  (r) => `M${-r * 1.2} 0L${-r * .6} ${-r}H${r * .6}L${r * 1.2} 0L${r * .6} ${r}H${-r * .6}Z`,
  (r) => `M0 ${-r * 1.5}L${r * .4} ${-r * .4}L${r * 1.5} 0L${r * .4} ${r * .4}L0 ${r * 1.5}L${-r * .4} ${r * .4}L${-r * 1.5} 0L${-r * .4} ${-r * .4}Z`,
];

function openFrontier(place, data) {
  const tip = make("div", { class: "tip", hidden: true });
  const paint = () => paintFrontier(place, data, tip);
  new ResizeObserver(settled(paint, 60)).observe(place);
  paint();
}

function paintFrontier(place, data, tip) {
  const width = place.clientWidth, height = width < 560 ? 300 : 380;
  if (!width) return;
  const box = { left: 54, right: width - 16, top: 14, bottom: height - 44 };
  const all = data.curves.flatMap((c) => c.points.map((p) => ({ curve: c, parameter: p[0], cost: p[1], violated: p[2] })));
  const { x, costs } = costScale(all, box);
  const { y, shares } = violationScale(all, box);
  const svg = draw("svg", { class: "frontier", viewBox: `0 0 ${width} ${height}`, height, "aria-hidden": "true" });
  for (const share of shares) {
    svg.append(draw("line", { class: share ? "grid" : "base", x1: box.left, x2: box.right, y1: y(share), y2: y(share) }),
      draw("text", { class: "axis", x: box.left - 8, y: y(share) + 4, "text-anchor": "end" }, `${share} %`));
  }
  for (const cost of costs) {
    svg.append(draw("line", { class: "grid", x1: x(cost), x2: x(cost), y1: box.top, y2: box.bottom }),
      draw("text", { class: "axis", x: x(cost), y: box.bottom + 18, "text-anchor": "middle" }, `${+cost.toFixed(4)} ×`));
  }
  svg.append(draw("text", { class: "axis", x: (box.left + box.right) / 2, y: height - 8, "text-anchor": "middle" },
    "cost, as a multiple of the oracle's · lower left is better"));
  for (const curve of data.curves) {
    const path = curve.points.map((p, i) => (i ? "L" : "M") + x(p[1]).toFixed(1) + " " + y(p[2]).toFixed(1)).join("");
    svg.append(draw("path", { class: "join s" + curve.colour, d: path }));
  }
  for (const point of all) {
    point.x = x(point.cost);
    point.y = y(point.violated);
    point.node = draw("path", {
      class: "point f" + point.curve.colour, d: SHAPES[point.curve.colour](5), transform: `translate(${point.x.toFixed(1)} ${point.y.toFixed(1)})`,
    });
    svg.append(point.node);
  }
  nameCurves(svg, data.curves, all, box);
  svg.append(draw("text", { class: "axis", x: box.left + 6, y: box.top + 2 }, "steps violated"));
  place.replaceChildren(svg, tip);
  followPointer(place, svg, all, tip);
}

function costScale(all, box) {
  const costs = all.map((p) => p.cost);
  const low = Math.min(1, ...costs), high = Math.max(1.1, ...costs);
  const from = low - (high - low) * 0.03, until = high + (high - low) * 0.06;
  return {
    x: (cost) => box.left + (cost - from) / (until - from) * (box.right - box.left),
    costs: roundTicks(low, until, Math.max(3, (box.right - box.left) / 110)).filter((c) => c >= from),
  };
}

function violationScale(all, box) {
  const positive = all.map((p) => p.violated).filter((v) => v > 0);
  const knee = Math.min(Math.max(Math.min(...positive, 1), 0.001), 1);
  const high = Math.max(...positive, knee) * 1.25;
  const bend = (v) => Math.asinh(v / knee);
  const decades = [0.001, 0.01, 0.1, 1, 10, 100].flatMap((d) => [d, +(3 * d).toPrecision(2)]);
  return {
    y: (v) => box.bottom - 4 - bend(v) / bend(high) * (box.bottom - box.top - 10),
    shares: [0, ...decades.filter((v) => v >= knee * 0.9 && v <= high)],
  };
}

/** Writes each strategy's name beside its first point that leaves room for it. */
function nameCurves(svg, curves, all, box) {
  const taken = all.map((p) => [p.x - 6, p.y - 6, p.x + 6, p.y + 6]);
  for (const curve of curves) {
    const points = all.filter((p) => p.curve === curve);
    points.slice(1).forEach((p, i) => {
      for (let t = 0.1; t < 1; t += 0.1) {
        const x = p.x * t + points[i].x * (1 - t), y = p.y * t + points[i].y * (1 - t);
        taken.push([x - 1, y - 1, x + 1, y + 1]);
      }
    });
  }
  const free = (b) => b[0] >= box.left && b[2] <= box.right && b[1] >= box.top && b[3] <= box.bottom
    && taken.every((t) => b[2] < t[0] || b[0] > t[2] || b[3] < t[1] || b[1] > t[3]);
  for (const curve of curves) {
    const wide = curve.strategy.length * 7;
    const points = all.filter((p) => p.curve === curve);
    const middle = points.slice(points.length >> 1).concat(points.slice(0, points.length >> 1));
    const spots = middle.flatMap((p) => [[10, 4], [10, -10], [10, 18], [-10 - wide, 4], [-10 - wide, -10], [-wide / 2, -12], [-wide / 2, 20]]
      .map(([dx, dy]) => ({ x: p.x + dx, y: p.y + dy, box: [p.x + dx, p.y + dy - 11, p.x + dx + wide, p.y + dy + 3] })));
    const spot = spots.find((s) => free(s.box)) || spots[0];
    taken.push(spot.box);
    svg.append(draw("text", { class: "name f" + curve.colour, x: spot.x, y: spot.y }, curve.strategy));
  }
}

/** Shows the parameter of the point nearest to the pointer. */
function followPointer(place, svg, all, tip) {
  let near = null;
  const leave = () => {
    if (near) near.node.classList.remove("near");
    near = null;
    tip.hidden = true;
  };
  svg.addEventListener("pointerleave", leave);
  svg.addEventListener("pointermove", (event) => {
    const frame = svg.getBoundingClientRect();
    const px = event.clientX - frame.left, py = event.clientY - frame.top;
    const distance = (p) => Math.hypot(p.x - px, p.y - py);
    const best = all.reduce((a, b) => distance(b) < distance(a) ? b : a);
    if (distance(best) > 48) return leave();
    if (best !== near) {
      leave();
      near = best;
      best.node.classList.add("near");
      svg.append(best.node);
      tip.replaceChildren(make("strong", {}, best.curve.strategy), best.parameter ? " · " + best.parameter : "", make("br"),
        `${show(best.violated)} % violated at ${show(best.cost)} × the oracle's cost`);
      tip.hidden = false;
    }
    tip.style.left = Math.min(best.x + 12, frame.width - tip.offsetWidth) + "px";
    tip.style.top = Math.max(0, best.y - tip.offsetHeight - 10) + "px";
  });
}
