/* Slides: one at a time, steps that come one after the other, and a window with notes beside them. Keys of one letter
   work while slides are shown, and can be turned off there. */
import { button, label, make } from "./shared.js";

const root = document.documentElement;
const IS_FILE = location.protocol === "file:";
const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
const PRESENT = "present";
const PRESENTER = "presenter";
const IDLE = 3000; // the bar goes when the pointer has been still for so many milliseconds
const HEADING = "h1, h2, h3";
let slides,
  chosen,
  marks,
  at,
  step,
  mode,
  focused,
  bar,
  message,
  next,
  dark,
  help,
  spot,
  line,
  other,
  clock,
  touch,
  view,
  resting;
let typed = "";
let hasLetters = true;

const stepsOf = (slide) => [...slide.querySelectorAll(".mf-slide-step")];
const titleOf = (slide) => slide.querySelector(HEADING).textContent;
const addressHash = () => new URLSearchParams(location.hash.slice(1));
const page = () => location.href.split("#")[0];
const isPressed = (control) => control.getAttribute("aria-pressed") === "true";
const isOverview = () => "overview" in root.dataset;
const clockAtZero = () => ({ total: 0, runs: false, spent: {} });

/* The address keeps the place, so that a reload goes on where it was. */
const keepPlace = () => {
  const parts = [...chosen];
  if (mode === PRESENTER) parts.push(PRESENTER);
  if (mode) parts.push(...marks, `at=${slides[at].id}`);
  if (mode && step) parts.push(`step=${step}`);
  history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : page());
};

const sayPlace = () => {
  const place = { number: at + 1, count: slides.length, title: titleOf(slides[at]) };
  message.textContent = typed ? label("deck-typed", { number: typed }) : label("deck-position", place);
};

const paint = () => {
  slides.forEach((slide, number) => {
    slide.classList.toggle("mf-current-slide", number === at);
    slide.classList.toggle("mf-next-slide", number === at + 1);
    stepsOf(slide).forEach((part, turn) => {
      part.classList.toggle("mf-later-step", number > at || (number === at && turn >= step));
      part.classList.toggle("mf-current-step", number === at && turn === step - 1);
    });
  });
  line.style.width = `${(100 * (at + 1)) / slides.length}%`;
  sayPlace();
  if (view) view.choose.value = at;
};

const go = (number, turn) => {
  at = Math.max(0, Math.min(slides.length - 1, number));
  step = Math.max(0, Math.min(stepsOf(slides[at]).length, turn));
  paint();
  keepPlace();
  window.scrollTo(0, 0);
  tell();
};

const move = (by) => {
  if (dark.open) {
    blacken(false);
    return;
  }
  if (mode === PRESENTER && isLinked()) {
    send({ move: by });
    return;
  }
  const turn = step + by;
  if (turn >= 0 && turn <= stepsOf(slides[at]).length) go(at, turn);
  else if (by < 0 && at) go(at - 1, Infinity);
  else if (by > 0 && at < slides.length - 1) go(at + 1, 0);
  if (view) clock.runs = true;
};

const blacken = (black) => {
  if (mode === PRESENTER) {
    send({ black });
    return;
  }
  if (black && !dark.open) dark.showModal();
  if (!black && dark.open) dark.close();
  tell();
};

/* The two windows: the slides lead, the notes follow and ask. */
const isLinked = () => other && !other.closed;

const send = (content) => {
  const sent = { ...content, deck: true };
  if (view?.heard) sent.clock = clock;
  if (isLinked()) other.postMessage(sent, IS_FILE ? "*" : location.origin);
};

const tell = () => {
  if (mode !== PRESENTER) send({ at, step, dark: dark.open, clock });
};

/* The notes follow what the slides say. */
const follow = (data) => {
  const isElsewhere = at !== data.at || step !== data.step;
  if (data.clock && !view.heard) clock = data.clock; // this window was opened again
  if (view.heard && isElsewhere) clock.runs = true;
  view.heard = true;
  if (isElsewhere) go(+data.at || 0, +data.step || 0);
  view.dark.setAttribute("aria-pressed", String(!!data.dark));
};

const hear = ({ data, origin, source }) => {
  if (origin !== (IS_FILE ? "null" : location.origin) || data?.deck !== true) return;
  if (mode === PRESENTER) {
    if (source === other) follow(data);
    return;
  }
  other = source;
  clock = data.clock || clock;
  if (!mode && ("move" in data || "go" in data)) begin(at);
  if ("move" in data) move(data.move < 0 ? -1 : 1);
  else if ("go" in data) go(+data.go || 0, 0);
  else if ("black" in data) blacken(data.black === true);
  else tell();
};

const openNotes = () => {
  if (!mode) begin();
  const parts = [...chosen, PRESENTER, `at=${slides[at].id}`, `step=${step}`];
  other = window.open(`${page()}#${parts.join("&")}`, "mf-session-notes", "popup,width=1120,height=760");
  if (!isLinked()) message.textContent = label("deck-no-window");
};

/* The clock of the notes: it counts, and never moves a slide. */
const minutesAndSeconds = (seconds) => {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

const showSpent = (row, isNow) => {
  const time = minutesAndSeconds(clock.spent[row.dataset.block] || 0);
  if (!row.querySelector(".mf-time-spent")) row.append(make("span", { class: "mf-time-spent" }));
  row.querySelector(".mf-time-spent").textContent = label("deck-time-spent", { time, minutes: row.dataset.minutes });
  if (isNow && !("now" in row.dataset)) row.scrollIntoView({ block: "center" });
  row.toggleAttribute("data-now", isNow);
};

/* When a part of the running order starts and ends, in minutes; one for spare time moves none after it. */
const timesOf = (rows) => {
  let start = 0;
  return rows.map(({ dataset }) => {
    const from = start;
    if (!("optional" in dataset)) start += +dataset.minutes;
    return { start: from, end: start };
  });
};

/* How the time spent stands to the plan: ahead of the start of this part, or behind its end. */
const paceOf = ({ start, end }) => {
  const late = clock.total - end * 60;
  const early = start * 60 - clock.total;
  if (late >= 1) return label("deck-behind", { time: minutesAndSeconds(late) });
  return early >= 1 ? label("deck-ahead", { time: minutesAndSeconds(early) }) : label("deck-on-time");
};

const leftOf = ({ dataset }) => {
  const left = dataset.minutes * 60 - (clock.spent[dataset.block] || 0);
  return left < 0
    ? label("deck-part-over", { time: minutesAndSeconds(-left) })
    : label("deck-part-left", { time: minutesAndSeconds(Math.ceil(left)) });
};

const showTimes = () => {
  const rows = [...document.querySelectorAll(".mf-deck-order [data-block]")];
  const times = timesOf(rows);
  const now = rows.findIndex((row) => row.dataset.block === slides[at].dataset.block);
  for (const [number, row] of rows.entries()) showSpent(row, number === now);
  view.total.textContent = label("deck-time-so-far", {
    time: minutesAndSeconds(clock.total),
    minutes: rows.length ? times[rows.length - 1].end : 0,
  });
  view.left.textContent = rows[now] ? leftOf(rows[now]) : "";
  view.pace.textContent = rows[now] && clock.total ? paceOf(times[now]) : "";
};

const tick = () => {
  const now = Date.now();
  const { block } = slides[at].dataset;
  if (clock.runs) {
    const since = (now - view.last) / 1000;
    clock.total += since;
    clock.spent[block] = (clock.spent[block] || 0) + since;
  }
  view.last = now;
  view.run.textContent = clock.runs ? label("deck-clock-stop") : label("deck-clock-start");
  showTimes();
  if (!isLinked()) view.link.textContent = label("deck-notes-alone");
  else if (view.heard) view.link.textContent = "";
  send({});
};

const slideChooser = () => {
  const options = slides.map((slide, number) =>
    make("option", { value: number }, `${number + 1}. ${slide.querySelector("h2").textContent}`),
  );
  const chooser = make("select", {}, ...options);
  chooser.addEventListener("change", () => jump(+chooser.value));
  return chooser;
};

/* What scrolls by itself can be reached by a keyboard. */
const letScroll = (selector) => {
  for (const place of document.querySelectorAll(selector)) place.tabIndex = 0;
};

const showPresenter = () => {
  other = window.opener;
  document.title = label("deck-notes-title", { title: document.title });
  view = {
    last: Date.now(),
    total: make("strong", { role: "timer" }),
    left: make("span"),
    pace: make("strong"),
    run: button(label("deck-clock-start"), () => {
      clock.runs = !clock.runs;
      tick();
    }),
    dark: button(label("deck-black"), () => blacken(!isPressed(view.dark))),
    choose: slideChooser(),
    link: make("p", { class: "mf-connection", role: "status" }, label("deck-notes-waiting")),
  };
  const reset = button(label("deck-clock-reset"), () => {
    clock = clockAtZero();
    tick();
  });
  view.dark.setAttribute("aria-pressed", "false");
  const times = make("p", {}, view.total, " ", view.left, " ", view.pace);
  const chooser = make("label", {}, label("deck-go-to"), " ", view.choose);
  const top = make("div", { class: "mf-deck-clock" }, times, view.run, reset, view.dark, chooser, view.link);
  document.querySelector("article").prepend(top);
  letScroll(".mf-session-notes, .mf-deck-order");
  setInterval(tick, 500);
  send({});
};

/* A deck of chosen parts: the address names them, their minutes, and a title, and nothing else. */
const keepChosen = (parent, wanted) => {
  const rows = [...parent.querySelectorAll(":scope > [data-block]")];
  for (const block of wanted) parent.append(...rows.filter((row) => row.dataset.block === block));
  for (const row of rows) if (!wanted.includes(row.dataset.block)) row.remove();
};

const setMinutes = (minutes) => {
  let start = 0;
  for (const row of document.querySelectorAll(".mf-deck-order [data-minutes]")) {
    const took = +minutes[row.dataset.block] || +row.dataset.minutes;
    row.dataset.minutes = took;
    row.querySelector(".mf-secondary").textContent = label("from-minute-to-minute", { start, end: start + took });
    const told = document.querySelector(`[data-block="${row.dataset.block}"] [data-look=section] p`);
    if (told) told.textContent = label("minutes", { count: took });
    start += took;
  }
};

const setTitle = (title) => {
  for (const place of document.querySelectorAll("h1, [data-look=title] h2")) place.textContent = title;
  document.title = title;
};

const narrow = () => {
  const hash = addressHash();
  const blocks = hash.get("blocks");
  chosen = [];
  if (!blocks) return;
  const pairs = blocks.split(",").map((part) => part.split(":"));
  const minutes = Object.fromEntries(pairs);
  for (const place of [".mf-deck-order", "article"]) {
    const parent = document.querySelector(place);
    if (parent) keepChosen(parent, Object.keys(minutes));
  }
  setMinutes(minutes);
  chosen = [`blocks=${blocks}`];
  if (!hash.get("title")) return;
  setTitle(hash.get("title"));
  chosen.push(`title=${encodeURIComponent(hash.get("title"))}`);
};

/* The bar and the pointer are there while the pointer moves; a screen reader and a keyboard find the bar at any time. */
const wake = () => {
  clearTimeout(resting);
  delete root.dataset.idle;
  if (mode !== PRESENT) return;
  resting = setTimeout(() => {
    root.dataset.idle = "";
  }, IDLE);
};

const focusSlide = () => {
  slides[at].tabIndex = -1;
  slides[at].focus({ preventScroll: true });
};

const begin = (number = 0, turn = 0) => {
  mode = mode || PRESENT;
  focused = focused || document.activeElement;
  root.dataset.deck = mode;
  bar.hidden = false;
  wake();
  go(number, turn);
  if (mode === PRESENT) focusSlide();
  else next.focus({ preventScroll: true });
};

/* Keys go on from where slides were begun, or else from the slide that was shown last. */
const giveFocusBack = (heading) => {
  if (focused?.isConnected) focused.focus({ preventScroll: true });
  if (focused === document.activeElement && focused !== document.body) return;
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
};

/* Every slide at once, each a button to go to it. */
const closeOverview = () => {
  delete root.dataset.overview;
  for (const place of document.querySelectorAll(".mf-slide-choice")) place.remove();
  for (const slide of slides) for (const part of slide.children) part.inert = false;
};

const choiceOf = (number) => {
  const element = button(String(number + 1), () => {
    closeOverview();
    jump(number);
    focusSlide();
  });
  element.className = "mf-slide-choice";
  element.setAttribute("aria-label", `${number + 1}. ${titleOf(slides[number])}`);
  return element;
};

const openOverview = () => {
  root.dataset.overview = "";
  slides.forEach((slide, number) => {
    for (const part of slide.children) part.inert = true;
    slide.prepend(choiceOf(number));
  });
  document.querySelectorAll(".mf-slide-choice")[at].focus();
};

const toggleOverview = () => {
  if (mode !== PRESENT) return;
  if (isOverview()) {
    closeOverview();
    go(at, step);
    focusSlide();
  } else openOverview();
};

const moveFocus = (by) => {
  const all = [...document.querySelectorAll(".mf-slide-choice")];
  all[Math.max(0, Math.min(all.length - 1, all.indexOf(document.activeElement) + by))].focus();
};

const leave = () => {
  if (typed) {
    type("");
    return;
  }
  if (dark.open) {
    blacken(false);
    return;
  }
  if (isOverview()) {
    toggleOverview();
    return;
  }
  if (mode !== PRESENT) return;
  mode = "";
  wake();
  delete root.dataset.deck;
  bar.hidden = true;
  spot.hidden = true;
  slides[at].scrollIntoView();
  keepPlace();
  if (document.fullscreenElement) document.exitFullscreen();
  const heading = slides[at].querySelector(HEADING);
  document.dispatchEvent(new Event("deckleft"));
  giveFocusBack(heading);
  focused = null;
};

/* A slide taller than the screen is read to its end first. */
const turn = (by, key) => {
  const rest = root.scrollHeight - window.innerHeight - window.scrollY;
  const scrolls = key !== "ArrowRight" && key !== "ArrowLeft" && mode === PRESENT && !dark.open;
  if (scrolls && (by > 0 ? rest > 4 : window.scrollY > 4)) window.scrollBy(0, by * window.innerHeight * 0.8);
  else move(by);
};

const jump = (number) => {
  if (mode === PRESENTER && isLinked()) send({ go: number });
  else go(number, 0);
};

/* A number, then Enter, goes to that slide. */
const type = (text) => {
  typed = text;
  wake();
  sayPlace();
};

const goToTyped = () => {
  const number = +typed - 1;
  type("");
  jump(Math.max(0, number));
};

const toggleFullScreen = () => {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.();
};

const KEYS = { Home: () => jump(0), End: () => jump(slides.length - 1), Escape: leave };
const LETTERS = {
  b: () => blacken(view ? !isPressed(view.dark) : !dark.open),
  f: toggleFullScreen,
  o: toggleOverview,
  p: () => {
    spot.hidden = !spot.hidden;
  },
  "?": () => help.showModal(),
};
LETTERS["."] = LETTERS.b;

/* What a key does, or nothing. Only keys of one letter can be turned off. */
const actionOf = (key, shiftKey) => {
  if (isOverview() && [...FORWARD, ...BACK].includes(key)) return () => moveFocus(FORWARD.includes(key) ? 1 : -1);
  if (key === "Enter" && typed) return goToTyped;
  if (FORWARD.includes(key)) return () => turn(shiftKey && key === " " ? -1 : 1, key);
  if (BACK.includes(key)) return () => turn(-1, key);
  if (key.length > 1 || !hasLetters) return KEYS[key];
  return /^\d$/.test(key) ? () => type((typed + key).slice(-3)) : LETTERS[key.toLowerCase()];
};

const press = (event) => {
  const { key } = event;
  const control = event.target.closest("a, button, input, select, textarea, summary");
  if (!mode || help.open || event.ctrlKey || event.altKey || event.metaKey) return;
  if (control?.matches("input, select, textarea") || (control && (key === " " || (key === "Enter" && !typed)))) return;
  const act = actionOf(key, event.shiftKey);
  if (!act) return;
  act();
  event.preventDefault();
};

/* A click on the slide itself goes on; one on what does something does that, and words can be marked. */
const click = ({ target }) => {
  const isOwn = target.closest("a, button, summary, label, input, select, dialog, .mf-deck-bar");
  if (mode === PRESENT && !isOverview() && !isOwn && target.closest(".mf-slide") && !`${getSelection()}`) move(1);
};

const listenToSwipes = () => {
  const start = ({ touches }) => {
    touch = touches.length === 1 ? touches[0] : null;
  };
  document.addEventListener("touchstart", start, { passive: true });
  document.addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (mode !== PRESENT || isOverview() || !touch || !end) return;
    const across = end.clientX - touch.clientX;
    const down = end.clientY - touch.clientY;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) move(across < 0 ? 1 : -1);
  });
};

const pointTo = ({ clientX, clientY }) => {
  if (mode !== PRESENT) return;
  wake();
  spot.style.left = `${clientX}px`;
  spot.style.top = `${clientY}px`;
};

/* The keys, in a box that also turns off those of one letter. */
const makeHelp = () => {
  const toggle = button(label("deck-letters"), () => {
    hasLetters = !hasLetters;
    toggle.setAttribute("aria-pressed", String(hasLetters));
  });
  toggle.setAttribute("aria-pressed", "true");
  const lines = [
    label("deck-help-move"),
    label("deck-help-number"),
    label("deck-help-letters"),
    label("deck-help-touch"),
    label("deck-help-remote"),
  ];
  const list = make("ul", {}, ...lines.map((line) => make("li", {}, line)));
  const close = button(label("deck-help-close"), () => help.close());
  help = make("dialog", { class: "mf-deck-help", "aria-label": label("deck-help") }, list, toggle, " ", close);
};

const makeDark = () => {
  const close = button("", () => blacken(false));
  close.setAttribute("aria-label", label("deck-show-again"));
  dark = make("dialog", { class: "mf-blank-screen", "aria-label": label("deck-black") }, close);
  dark.addEventListener("cancel", tell);
};

const furnish = (isPresenter) => {
  message = make("p", { "aria-live": "polite" });
  next = button(label("next"), () => move(1));
  bar = make("div", { class: "mf-deck-bar", role: "group", "aria-label": label("deck-slides"), hidden: "" });
  bar.append(
    button(label("deck-previous"), () => move(-1)),
    message,
    next,
  );
  makeHelp();
  makeDark();
  spot = make("div", { class: "mf-deck-spot", "aria-hidden": "true", hidden: "" });
  line = make("div", { class: "mf-deck-line", "aria-hidden": "true" });
  if (!isPresenter) {
    if (document.querySelector(".mf-session-notes")) bar.append(button(label("deck-notes"), openNotes));
    bar.append(
      button(label("deck-all-slides"), toggleOverview),
      button(label("deck-black"), () => blacken(true)),
    );
    if (document.fullscreenEnabled) bar.append(button(label("deck-full-screen"), toggleFullScreen));
  }
  bar.append(button(label("deck-help"), () => help.showModal()));
  if (!isPresenter) bar.append(button(label("deck-leave"), leave));
  document.querySelector("main").append(bar);
  document.body.append(dark, help, spot, line);
};

const print = (how) => {
  root.dataset.print = how;
  window.print();
};

const addTools = (place) => {
  const present = button(label("deck-present"), () => begin());
  present.classList.add("mf-button-primary");
  place.append(
    present,
    button(label("deck-present-with-notes"), openNotes),
    button(label("deck-print-handout"), () => print("handout")),
    button(label("deck-print-slides"), () => print("slides")),
  );
};

const listen = () => {
  document.addEventListener("keydown", press);
  document.addEventListener("click", click);
  document.addEventListener("pointermove", pointTo, { passive: true });
  window.addEventListener("message", hear);
  window.addEventListener("afterprint", () => delete root.dataset.print);
  listenToSwipes();
};

const open = () => {
  const hash = addressHash();
  const id = hash.get("at");
  if (!slides.length) return;
  if (hash.has(PRESENTER) && !view) {
    mode = PRESENTER;
    showPresenter();
  }
  const number = slides.findIndex((slide) => slide.id === id);
  if (id || mode) begin(number, +hash.get("step") || 0);
};

/* Starts with the slides that the page has now; a page of guidance makes them of its own sections. */
window.startDeck = (from, marked = []) => {
  const id = addressHash().get("at");
  focused = from;
  marks = marked;
  narrow();
  slides = [...document.querySelectorAll(".mf-slide")];
  for (const [number, slide] of slides.entries()) slide.dataset.number = number + 1;
  if (bar) {
    if (slides.length)
      begin(
        Math.max(
          0,
          slides.findIndex((slide) => slide.id === id),
        ),
      );
    return;
  }
  clock = clockAtZero();
  mode = "";
  furnish(addressHash().has(PRESENTER));
  listen();
};

if (document.querySelector(".mf-deck")) {
  window.startDeck();
  const place = document.querySelector(".mf-deck-tools");
  if (place) addTools(place);
  window.addEventListener("hashchange", open);
  open();
}
