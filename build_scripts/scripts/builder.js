/* The session builder: from topics and a length to a running order. It reads what the page lists, and keeps nothing. */
import { button, label, make } from "./shared.js";

const KINDS = ["recap", "input", "activity", "scenario", "rehearsal", "check"]; // in the order of a session
const builder = document.querySelector(".mf-session-builder");
const result = builder.querySelector(".mf-built-session");
const message = builder.querySelector(".mf-status");
const dropped = result.querySelector(".mf-dropped-blocks");
const rows = Array.from(document.querySelectorAll("[data-lengths]"), (row, at) => ({
  ...row.dataset,
  at,
  priority: +row.dataset.priority,
  isShared: "shared" in row.dataset,
  lengths: row.dataset.lengths.split(",").map(Number),
  title: row.querySelector("th").firstChild.textContent.trim(),
}));
let wanted = {};

const minutes = (count) => label("minutes", { count });
const sum = (list, length) => list.reduce((total, row) => total + row.lengths[length], 0);

/* What every session has: the first of each kind. */
const standing = () => {
  const kinds = new Set();
  return rows.filter((row) => {
    const isFirst = row.place && !kinds.has(row.kind);
    kinds.add(row.kind);
    return isFirst;
  });
};

/* The session that gives most of the chosen parts also gives its questions and its scenario. */
const mainSession = (found) => {
  const counts = {};
  for (const row of found) counts[row.session] = (counts[row.session] || 0) + (row.isShared ? 0.1 : 1);
  return Object.keys(counts).sort((one, other) => counts[other] - counts[one])[0];
};

const candidates = (topics) => {
  const about = rows.filter((row) => !row.place && topics.includes(row.topic));
  const session = mainSession(about);
  return rows.filter((row) => {
    if (row.kind === "check" || row.kind === "recap") return row.session === session;
    return about.includes(row) || (row.kind === "scenario" && row.session === session);
  });
};

/* What matters most goes in first; among equals the topics take turns. */
const choose = (found, minutesFree, length) => {
  const turns = {};
  let room = minutesFree;
  for (const row of found) {
    const group = row.topic + row.priority;
    turns[group] = (turns[group] || 0) + 1;
    row.turn = turns[group];
  }
  const isWanted = (row) => wanted[row.block] === true;
  const before = (one, other) =>
    isWanted(other) - isWanted(one) || one.priority - other.priority || one.turn - other.turn || one.at - other.at;
  const sorted = [...found].sort(before);
  const taken = sorted.filter((row) => {
    const fits = wanted[row.block] ?? row.lengths[length] <= room;
    if (fits) room -= row.lengths[length];
    return fits;
  });
  return { taken, left: sorted.filter((row) => !taken.includes(row)) };
};

const arrange = (taken, fixed, length) => {
  const rank = (row) => KINDS.indexOf(row.kind);
  const middle = [...taken].sort((one, other) => rank(one) - rank(other) || one.at - other.at);
  const at = (place) => fixed.filter((row) => row.place === place);
  const half = (sum(middle, length) + sum(fixed, length)) / 2;
  const fromHalf = (count) => Math.abs(sum(at("start"), length) + sum(middle.slice(0, count), length) - half);
  let best = 0;
  for (let count = 1; count <= middle.length; count += 1) if (fromHalf(count) < fromHalf(best)) best = count;
  return [...at("start"), ...middle.slice(0, best), ...at("pause"), ...middle.slice(best), ...at("end")];
};

const changeButton = (text, row, value) => {
  const element = button(text, () => {
    wanted[row.block] = value;
    show();
    message.focus();
  });
  element.append(make("span", { class: "mf-visually-hidden" }, `: ${row.title}`));
  return element;
};

const listOrder = (order, length) => {
  let start = 0;
  const lines = order.map((row) => {
    const end = start + row.lengths[length];
    const line = make(
      "tr",
      {},
      make("td", { "data-head": label("block-when") }, label("minute-to-minute", { start, end })),
      make("td", { "data-head": label("block-minutes") }, String(row.lengths[length])),
      make("th", { scope: "row" }, row.title),
      make("td", {}, row.place ? label("builder-always") : changeButton(label("builder-leave-out"), row, false)),
    );
    start = end;
    return line;
  });
  result.querySelector("tbody").replaceChildren(...lines);
};

const listDropped = (left, length) => {
  const items = left.map((row) => {
    const part = label("builder-part", { title: row.title, minutes: minutes(row.lengths[length]) });
    return make("li", {}, part, " ", changeButton(label("builder-put-in"), row, true));
  });
  dropped.querySelector("ul").replaceChildren(...items);
  dropped.hidden = !left.length;
};

/* The address of its slides names blocks and the length, and nothing else. */
const slidesAddress = (order, length) => {
  const chosen = order.filter((row) => !row.place);
  const own = chosen.filter((row) => !row.isShared);
  const sessions = [...new Set((own.length ? own : chosen).map((row) => row.session))];
  const blocks = order.flatMap((row) => [
    ...(row.kind === "close" ? sessions.map((name) => `${name}-actions`) : []),
    row.block,
  ]);
  const first = sessions.map((name) => `${name}-outcomes`);
  return `${builder.dataset.slides}#blocks=${[...first, ...blocks].join(",")}&for=${length}`;
};

const summary = (order, left, chosen) => {
  const whole = sum(order, chosen.value);
  const rest = chosen.dataset.minutes - whole;
  const over = rest < 0 && label("builder-too-long", { minutes: minutes(-rest) });
  const room = rest > 0 ? label("builder-left", { minutes: minutes(rest) }) : label("builder-fits");
  const out = left.length ? label("builder-drops-out", { count: left.length }) : label("builder-nothing-drops-out");
  return `${label("builder-total", { minutes: minutes(whole), length: chosen.dataset.minutes })} ${over || room} ${out}`;
};

const show = () => {
  const topics = Array.from(builder.querySelectorAll("[name=topic]:checked"), (box) => box.value);
  const chosen = builder.querySelector("[name=length]:checked");
  const length = +chosen.value;
  const isBuilt = topics.length > 0;
  result.hidden = !isBuilt;
  document.documentElement.toggleAttribute("data-built", isBuilt);
  for (const line of document.querySelectorAll(".mf-page-tools p")) line.hidden = isBuilt;
  if (!isBuilt) {
    message.textContent = label("choose-a-topic");
    return;
  }
  const fixed = standing();
  const { taken, left } = choose(candidates(topics), chosen.dataset.minutes - sum(fixed, length), length);
  const order = arrange(taken, fixed, length);
  message.textContent = summary(order, left, chosen);
  listOrder(order, length);
  listDropped(left, length);
  result.querySelector(".mf-buttons a").href = slidesAddress(order, length);
};

message.tabIndex = -1;
builder.addEventListener("change", () => {
  wanted = {};
  show();
});
result.querySelector(".mf-buttons button").addEventListener("click", () => window.print());
show();
