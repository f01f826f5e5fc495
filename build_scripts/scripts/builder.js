/* The session builder: from topics and a length to a running order. It reads what the page lists, and keeps what was
   chosen in the address alone. */
import { button, label, make } from "./shared.js";

const KINDS = ["recap", "input", "activity", "scenario", "rehearsal", "check"]; // in the order of a session
const root = document.documentElement;
const builder = document.querySelector(".mf-session-builder");
const result = builder.querySelector(".mf-built-session");
const message = builder.querySelector(".mf-status");
const dropped = result.querySelector(".mf-dropped-blocks");
const minutesBox = builder.querySelector("[name=minutes]");
const titleBox = builder.querySelector("[name=title]");
const ownTitle = result.querySelector("h2").textContent;
const known = builder.dataset.lengths.split(",").map(Number);
const { least, most } = builder.dataset;
const nameOf = (line) => {
  const title = line.querySelector("th").firstChild.textContent.trim();
  if (!("twice" in line.dataset)) return title;
  return label("builder-part-of-topic", { title, topic: line.querySelector("a").textContent.trim() });
};
const rows = Array.from(document.querySelectorAll(".mf-block-choices [data-lengths]"), (line, at) => ({
  ...line.dataset,
  at,
  priority: +line.dataset.priority,
  isShared: "shared" in line.dataset,
  lengths: line.dataset.lengths.split(",").map(Number),
  title: nameOf(line),
}));
let wanted = {};
let sequence = [];

const minutes = (count) => label("minutes", { count });
const sum = (list, length) => list.reduce((total, row) => total + row.lengths[length], 0);

/* The known length that is nearest: its minutes are those of each part. */
const nearest = (whole) => {
  const gaps = known.map((length) => Math.abs(length - whole));
  return gaps.indexOf(Math.min(...gaps));
};

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

/* What matters most goes in first; the check is kept once something is taught, and among equals the topics take turns. */
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
  const check = sorted.findIndex((row) => row.kind === "check");
  if (check > 1) sorted.splice(1, 0, ...sorted.splice(check, 1));
  const taken = sorted.filter((row) => {
    const fits = wanted[row.block] ?? row.lengths[length] <= room;
    if (fits) room -= row.lengths[length];
    return fits;
  });
  return { taken, left: sorted.filter((row) => !taken.includes(row)) };
};

/* The order that the trainer gave goes before that of a session. */
const asMoved = (middle) => {
  const place = (row) => (sequence.includes(row.block) ? sequence.indexOf(row.block) : sequence.length);
  return sequence.length ? [...middle].sort((one, other) => place(one) - place(other)) : middle;
};

const arrange = (taken, fixed, length) => {
  const rank = (row) => KINDS.indexOf(row.kind);
  const middle = [...taken].sort((one, other) => rank(one) - rank(other) || one.at - other.at);
  const at = (place) => fixed.filter((row) => row.place === place);
  const half = (sum(middle, length) + sum(fixed, length)) / 2;
  const fromHalf = (count) => Math.abs(sum(at("start"), length) + sum(middle.slice(0, count), length) - half);
  let best = 0;
  for (let count = 1; count <= middle.length; count += 1) if (fromHalf(count) < fromHalf(best)) best = count;
  const parts = asMoved([...middle.slice(0, best), ...at("pause"), ...middle.slice(best)]);
  return [...at("start"), ...parts, ...at("end")];
};

const named = (text, row, act) => {
  const element = button(text, act);
  element.append(make("span", { class: "mf-visually-hidden" }, `: ${row.title}`));
  return element;
};

const changeButton = (text, row, value) =>
  named(text, row, () => {
    wanted[row.block] = value;
    show();
    message.focus();
  });

/* Moves a part past its neighbour; the same button keeps the keyboard. */
const moveButton = (text, row, middle, by) => {
  const at = middle.indexOf(row);
  const element = named(text, row, () => {
    sequence = middle.map(({ block }) => block);
    sequence.splice(at, 1);
    sequence.splice(at + by, 0, row.block);
    show();
    const buttons = [...result.querySelectorAll(`[data-row="${row.block}"] [data-by]`)].filter(
      (each) => !each.disabled,
    );
    (buttons.find((each) => each.dataset.by === String(by)) || buttons[0])?.focus();
  });
  element.dataset.by = by;
  element.disabled = !middle[at + by];
  return element;
};

const buttonsOf = (row, middle) => {
  if (row.place && row.place !== "pause") return [label("builder-always")];
  const moves = [moveButton(label("builder-up"), row, middle, -1), moveButton(label("builder-down"), row, middle, 1)];
  return row.place ? moves : [...moves, changeButton(label("builder-leave-out"), row, false)];
};

const listOrder = (order, length) => {
  const middle = order.filter((row) => row.place !== "start" && row.place !== "end");
  let start = 0;
  const lines = order.map((row) => {
    const end = start + row.lengths[length];
    const line = make(
      "tr",
      { "data-row": row.block },
      make("td", { "data-head": label("block-when") }, label("minute-to-minute", { start, end })),
      make("td", { "data-head": label("block-minutes") }, String(row.lengths[length])),
      make("th", { scope: "row" }, row.title),
      make("td", {}, ...buttonsOf(row, middle)),
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

const sessionsOf = (order) => {
  const chosen = order.filter((row) => !row.place);
  const own = chosen.filter((row) => !row.isShared);
  return [...new Set((own.length ? own : chosen).map((row) => row.session))];
};

/* The papers and files of the sessions that parts come from, and what the own papers say. */
const listPapers = (order, length) => {
  const sessions = sessionsOf(order);
  for (const item of result.querySelectorAll("[data-session]")) item.hidden = !sessions.includes(item.dataset.session);
  for (const place of result.querySelectorAll("[data-own=title]"))
    place.textContent = titleBox.value.trim() || ownTitle;
  const whole = minutes(sum(order, length));
  for (const place of result.querySelectorAll("[data-own=minutes]")) place.textContent = whole;
  const covered = order.filter((row) => !row.place).map((row) => make("li", {}, row.title));
  result.querySelector("[data-own=parts]").replaceChildren(...covered);
};

/* The address of its slides names parts with their minutes, and the title that was given. */
const slidesAddress = (order, length) => {
  const sessions = sessionsOf(order);
  const blocks = order.flatMap((row) => [
    ...(row.kind === "close" ? sessions.map((name) => `${name}-actions`) : []),
    `${row.block}:${row.lengths[length]}`,
  ]);
  const first = ["opening", ...sessions.map((name) => `${name}-outcomes`)];
  const title = encodeURIComponent(titleBox.value.trim() || ownTitle);
  return `${builder.dataset.slides}#blocks=${[...first, ...blocks].join(",")}&title=${title}`;
};

const summary = (order, left, length) => {
  const whole = sum(order, length);
  const rest = minutesBox.value - whole;
  const over = rest < 0 && label("builder-too-long", { minutes: minutes(-rest) });
  const room = rest > 0 ? label("builder-left", { minutes: minutes(rest) }) : label("builder-fits");
  const out = left.length ? label("builder-drops-out", { count: left.length }) : label("builder-nothing-drops-out");
  return `${label("builder-total", { minutes: minutes(whole), length: minutesBox.value })} ${over || room} ${out}`;
};

const topicBoxes = () => [...builder.querySelectorAll("[name=topic]")];
const chosenTopics = () =>
  topicBoxes()
    .filter((box) => box.checked)
    .map((box) => box.value);
const isLength = () => +minutesBox.value >= least && +minutesBox.value <= most;

/* What was chosen stands behind the «#», so that it can be kept, sent and loaded again. */
const keepChoice = () => {
  const these = (value) => Object.keys(wanted).filter((block) => wanted[block] === value);
  const parts = { topics: chosenTopics(), in: these(true), out: these(false), order: sequence };
  const hash = Object.entries(parts).flatMap(([name, list]) => (list.length ? [`${name}=${list.join(",")}`] : []));
  const title = titleBox.value.trim();
  if (title) hash.push(`title=${encodeURIComponent(title)}`);
  history.replaceState(null, "", `#${[`minutes=${minutesBox.value}`, ...hash].join("&")}`);
};

const readChoice = () => {
  const hash = new URLSearchParams(location.hash.slice(1));
  const list = (name) => (hash.get(name) || "").split(",").filter(Boolean);
  if (!hash.has("minutes")) return;
  minutesBox.value = hash.get("minutes");
  titleBox.value = hash.get("title") || "";
  for (const box of topicBoxes()) box.checked = list("topics").includes(box.value);
  for (const block of list("in")) wanted[block] = true;
  for (const block of list("out")) wanted[block] = false;
  sequence = list("order");
};

const show = () => {
  const topics = chosenTopics();
  const isBuilt = topics.length > 0 && isLength();
  result.hidden = !isBuilt;
  root.toggleAttribute("data-built", isBuilt);
  for (const line of document.querySelectorAll(".mf-page-tools p")) line.hidden = isBuilt;
  if (!isBuilt) {
    const range = { least, most };
    message.textContent = isLength() ? label("choose-a-topic") : label("builder-wrong-minutes", range);
    return;
  }
  const length = nearest(+minutesBox.value);
  const fixed = standing();
  const { taken, left } = choose(candidates(topics), minutesBox.value - sum(fixed, length), length);
  const order = arrange(taken, fixed, length);
  message.textContent = summary(order, left, length);
  listOrder(order, length);
  listDropped(left, length);
  listPapers(order, length);
  result.querySelector(".mf-buttons a").href = slidesAddress(order, length);
  keepChoice();
};

message.tabIndex = -1;
builder.addEventListener("change", ({ target }) => {
  if (target.name === "topic" || target.name === "minutes") {
    wanted = {};
    sequence = [];
  }
  if (target.name) show();
});
result.querySelector(".mf-buttons button").addEventListener("click", () => window.print());
readChoice();
show();
