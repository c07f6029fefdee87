// The decision log: columns in memory, filtered by words and kinds, one page of rows in the document at a time.
const ROWS = 25;

function openLog(place, data) {
  const log = new DecisionLog(data);
  const choose = (label, words, all) => make("select", { "aria-label": label },
    make("option", { value: "" }, all), ...words.map((word, i) => make("option", { value: i }, word)));
  const search = make("input", { type: "search", placeholder: "Search times, places, rules, bounds", "aria-label": "Search decisions" });
  const location = choose("Location", data.location.words, "All locations");
  const resource = choose("Resource", data.resource.words, "All resources");
  const rule = choose("Rule", data.rule.words, "All rules");
  const direction = choose("Direction", ["Up", "Down", "Held"], "Up, down and held");
  const within = make("input", { type: "checkbox" });
  const found = make("output", { "aria-live": "polite" });
  const body = make("tbody");
  const page = make("span");
  const button = (label, words, step) => make("button", { type: "button", "aria-label": label, onclick: () => turn(step) }, words);
  const first = button("First page", "«", -Infinity), back = button("Previous page", "‹", -1);
  const next = button("Next page", "›", 1), last = button("Last page", "»", Infinity);
  let hits = [], at = 0;

  const fill = () => {
    const pages = Math.max(1, Math.ceil(hits.length / ROWS));
    at = Math.min(Math.max(at, 0), pages - 1);
    body.replaceChildren(...hits.slice(at * ROWS, at * ROWS + ROWS).map((i) => log.row(i)));
    page.textContent = `Page ${whole.format(at + 1)} of ${whole.format(pages)}`;
    first.disabled = back.disabled = at === 0;
    next.disabled = last.disabled = at === pages - 1;
    const all = whole.format(data.count) + (data.count === 1 ? " decision" : " decisions");
    found.textContent = hits.length === data.count ? all : `${whole.format(hits.length)} of ${all}`;
  };
  const turn = (step) => { at += step; fill(); };
  const pick = (select) => select.value === "" ? -1 : +select.value;
  const filter = () => {
    hits = log.find({
      terms: search.value.toLowerCase().split(/\s+/).filter(Boolean), location: pick(location), resource: pick(resource),
      rule: pick(rule), direction: pick(direction), span: within.checked ? [range.from, range.until] : null,
    });
    at = 0;
    fill();
  };
  search.addEventListener("input", settled(filter, 90));
  for (const control of [location, resource, rule, direction, within]) control.addEventListener("change", filter);
  range.listeners.push(settled(() => { if (within.checked) filter(); }, 120));
  const timed = range.full ? [make("label", {}, within, "Only the time shown above")] : [];
  place.append(
    make("div", { class: "log-controls" }, search, location, resource, direction, rule, ...timed),
    make("table", {}, make("caption", { class: "unseen" }, "Decisions: when, where, from, to and why"),
      make("thead", {}, make("tr", {}, ...["Time", "Location", "Resource", "Target", "Why"].map((t) => make("th", { scope: "col" }, t)))), body),
    make("div", { class: "pager" }, found, page, first, back, next, last));
  filter();
}

class DecisionLog {
  constructor(data) {
    this.data = data;
    let second = 0, reason = 0;
    this.time = data.time.map((step) => second += step);
    this.reasonsFrom = data.reasons.map((count) => { const from = reason; reason += count; return from; });
    this.words = new Array(data.count);
  }

  find(wanted) {
    const hits = [];
    for (let i = 0; i < this.data.count; i++) if (this.fits(i, wanted)) hits.push(i);
    return hits;
  }

  fits(i, { terms, location, resource, rule, direction, span }) {
    const data = this.data, change = data.to[i] - data.from[i];
    if (location >= 0 && data.location.at[i] !== location) return false;
    if (resource >= 0 && data.resource.at[i] !== resource) return false;
    if (direction >= 0 && direction !== (change > 0 ? 0 : change < 0 ? 1 : 2)) return false;
    if (span && (this.time[i] < span[0] || this.time[i] >= span[1])) return false;
    if (rule >= 0 && !this.reasons(i).some((r) => data.rule.at[r] === rule)) return false;
    return terms.every((term) => this.text(i).includes(term));
  }

  reasons(i) {
    return Array.from({ length: this.data.reasons[i] }, (_, n) => this.reasonsFrom[i] + n);
  }

  /** All words of a decision in lower case, made when first searched. */
  text(i) {
    if (this.words[i] === undefined) {
      const data = this.data;
      this.words[i] = [isoTime(this.time[i]), data.location.words[data.location.at[i]], data.resource.words[data.resource.at[i]],
        ...this.reasons(i).flatMap((r) => [data.rule.words[data.rule.at[r]], data.bound.words[data.bound.at[r]]])].join(" ").toLowerCase();
    }
    return this.words[i];
  }

  row(i) {
    const data = this.data, from = data.from[i], to = data.to[i], change = to - from;
    const kind = change > 0 ? "up" : change < 0 ? "down" : "held";
    const delta = change > 0 ? `▲ ${show(change)}` : change < 0 ? `▼ ${show(-change)}` : "held";
    return make("tr", {},
      make("td", { class: "when" }, isoTime(this.time[i])),
      make("td", { class: "where" }, data.location.words[data.location.at[i]]),
      make("td", {}, data.resource.words[data.resource.at[i]]),
      make("td", { class: "change" }, change ? `${show(from)} → ${show(to)} ` : `${show(to)} `, make("span", { class: kind }, delta)),
      make("td", { class: "why" }, make("ul", { class: "reasons" }, ...this.reasons(i).map((r) => this.reason(r)))));
  }

  reason(r) {
    const data = this.data, bound = data.bound.words[data.bound.at[r]];
    return make("li", {}, make("code", {}, data.rule.words[data.rule.at[r]]),
      make("span", {}, ` ${show(data.before[r])} → ${show(data.after[r])}${bound ? " · " + bound : ""}`));
  }
}
