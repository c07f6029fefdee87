// Small tools for the page: elements, data, colours, numbers.
const byId = (id) => document.getElementById(id);
const dataOf = (id) => JSON.parse(byId("data-" + id).textContent);

/** Makes an element; strings among the children become text, never markup. */
function make(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Makes an SVG element. */
function draw(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** The colour that the style sheet gives a name, in the theme of the moment. */
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

/** Calls once after the last of several calls in quick succession. */
function settled(action, ms) {
  let timer = 0;
  return () => { clearTimeout(timer); timer = setTimeout(action, ms); };
}

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
const show = (value) => value == null ? "–" : Math.abs(value) >= 1000 ? whole.format(value) : fine.format(value);

/** Round tick marks from 0 or below to the top. */
function roundTicks(min, max, most) {
  const rough = (max - min) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough);
  const ticks = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) ticks.push(i * step || 0);
  return ticks;
}
