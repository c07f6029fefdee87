// Puts everything in its place.
const places = [...document.querySelectorAll("[data-plot]")].map((place) => ({ place, data: dataOf(place.dataset.plot) }));
const charts = places.filter((p) => p.data.time && p.data.unit).map((p) => new TimeChart(p.place, p.data));
let repaintBar = () => {};

if (charts.length) {
  range.open(Math.min(...charts.map((c) => c.ends[0])), Math.max(...charts.map((c) => c.ends[1])),
    Math.min(...charts.map((c) => c.look.series.step)));
  for (const chart of charts) {
    chart.open();
    new ResizeObserver(settled(() => chart.resize(), 60)).observe(chart.place);
  }
  followRange();
  const first = charts[0].look;
  repaintBar = openTimebar(new Series([first.series.time, first.overview], (i) => first.overview[i] ?? -1));
}
for (const { place, data } of places) {
  if (data.kind === "frontier") openFrontier(place, data);
  if (data.kind === "decisions") openLog(place, data);
}
document.querySelectorAll("table.sortable").forEach(sortable);
openAnomalies();
followReading();

/** Redraws charts once a frame while the time shown changes, and those out of sight only when they come into it. */
function followRange() {
  let asked = false;
  const redraw = () => {
    asked = false;
    for (const chart of charts) if (chart.seen) chart.show(); else chart.stale = true;
  };
  range.listeners.push(() => {
    if (!asked) requestAnimationFrame(redraw);
    asked = true;
  });
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const chart = charts.find((c) => c.place === entry.target);
      chart.seen = entry.isIntersecting;
      if (chart.seen && chart.stale) chart.show();
    }
  }, { rootMargin: "400px" });
  for (const chart of charts) watch.observe(chart.place);
}

/** Canvas keeps the colours that it was drawn with, so charts are made anew in another theme and for paper. */
function repaint() {
  for (const chart of charts) {
    chart.close();
    chart.open();
  }
  repaintBar();
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
matchMedia("print").addEventListener("change", repaint);

/** Lets a click on a heading sort the table, once by falling and then by rising values. */
function sortable(table) {
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = make("button", { type: "button", title: "Sort" }, head.textContent);
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const rising = head.getAttribute("aria-sort") === "descending" || !head.classList.contains("n") && !head.hasAttribute("aria-sort");
      table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      const key = (row) => row.cells[column].dataset.order;
      const rows = [...table.tBodies[0].rows].sort((a, b) => key(a) !== undefined && key(b) !== undefined ? key(a) - key(b)
        : a.cells[column].textContent.localeCompare(b.cells[column].textContent, "en", { numeric: true }));
      table.tBodies[0].append(...(rising ? rows : rows.reverse()));
    });
  });
}

/** Lets a reader jump from an anomaly in the list to the same time on the charts. */
function openAnomalies() {
  if (!charts.length) return;
  document.querySelectorAll(".anomalies li").forEach((item) => {
    const from = +item.dataset.from, until = +item.dataset.until, margin = Math.max(DAY, until - from);
    item.querySelector("span").after(make("button", {
      type: "button", onclick: () => {
        range.show(from - margin, until + margin);
        charts[0].place.closest("section").scrollIntoView({ block: "start" });
      },
    }, "Show on the charts"));
  });
}

/** Marks the section being read in the navigation. */
function followReading() {
  const links = new Map([...document.querySelectorAll(".contents a")].map((a) => [a.hash.slice(1), a]));
  const sections = [...document.querySelectorAll("main section")];
  const mark = () => {
    const reached = sections.filter((s) => s.getBoundingClientRect().top < innerHeight * 0.35);
    const current = reached.length ? reached[reached.length - 1] : sections[0];
    for (const [id, link] of links) link.classList.toggle("here", id === current.id);
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}
