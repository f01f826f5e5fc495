/* Slides: one at a time, steps that come one after the other, and a window with notes beside them. */
import { button, label, make } from "./shared.js";

const root = document.documentElement;
const IS_FILE = location.protocol === "file:";
const FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
const PRESENT = "present";
const PRESENTER = "presenter";
let slides, blocks, length, at, step, mode, focused, bar, message, next, dark, other, clock, touch, view;

const stepsOf = (slide) => [...slide.querySelectorAll(".mf-slide-step")];
const addressHash = () => new URLSearchParams(location.hash.slice(1));
const page = () => location.href.split("#")[0];
const isPressed = (control) => control.getAttribute("aria-pressed") === "true";
const clockAtZero = () => ({ total: 0, runs: false, spent: {} });

/* The address keeps the place, so that a reload goes on where it was. */
const keepPlace = () => {
  const parts = blocks ? [`blocks=${blocks}`, `for=${length}`] : [];
  if (mode === PRESENTER) parts.push(PRESENTER);
  if (mode) parts.push(`at=${slides[at].id}`);
  if (mode && step) parts.push(`step=${step}`);
  history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : page());
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
  const title = slides[at].querySelector("h1, h2, h3").textContent;
  message.textContent = label("deck-position", { number: at + 1, count: slides.length, title });
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
  const chosen = blocks ? `blocks=${blocks}&for=${length}&` : "";
  const address = `${page()}#${chosen}${PRESENTER}&at=${slides[at].id}&step=${step}`;
  other = window.open(address, "mf-session-notes", "popup,width=1120,height=760");
  if (!isLinked()) message.textContent = label("deck-no-window");
};

/* The clock of the notes: it counts, and never moves a slide. */
const minutesAndSeconds = (seconds) => {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

const showSpent = (row, block) => {
  const name = row.dataset.block;
  if (!row.querySelector(".mf-time-spent")) row.append(make("span", { class: "mf-time-spent" }));
  row.toggleAttribute("data-now", name === block);
  const time = minutesAndSeconds(clock.spent[name] || 0);
  row.querySelector(".mf-time-spent").textContent = label("deck-time-spent", { time, minutes: row.dataset.minutes });
};

const tick = () => {
  const now = Date.now();
  const block = slides[at].dataset.block;
  if (clock.runs) {
    const since = (now - view.last) / 1000;
    clock.total += since;
    clock.spent[block] = (clock.spent[block] || 0) + since;
  }
  view.last = now;
  view.total.textContent = minutesAndSeconds(clock.total);
  view.run.textContent = clock.runs ? label("deck-clock-stop") : label("deck-clock-start");
  for (const row of document.querySelectorAll(".mf-deck-order [data-block]")) showSpent(row, block);
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

const showPresenter = () => {
  other = window.opener;
  document.title = label("deck-notes-title", { title: document.title });
  view = {
    last: Date.now(),
    total: make("strong", {}, "0:00"),
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
  const elapsed = make("p", { role: "timer" }, label("deck-time-so-far"), " ", view.total);
  const chooser = make("label", {}, label("deck-go-to"), " ", view.choose);
  const top = make("div", { class: "mf-deck-clock" }, elapsed, view.run, reset, view.dark, chooser, view.link);
  document.querySelector("article").prepend(top);
  setInterval(tick, 500);
  send({});
};

/* A deck of chosen parts: the address names them and the length, and nothing else. */
const keepChosen = (parent) => {
  const wanted = blocks.split(",");
  const rows = [...parent.querySelectorAll(":scope > [data-block]")];
  for (const block of wanted) parent.append(...rows.filter((row) => row.dataset.block === block));
  for (const row of rows) if (!wanted.includes(row.dataset.block)) row.remove();
};

const narrow = () => {
  if (!blocks) return;
  for (const place of [".mf-deck-order", "article"]) {
    const parent = document.querySelector(place);
    if (parent) keepChosen(parent);
  }
  let start = 0;
  for (const row of document.querySelectorAll(".mf-deck-order [data-lengths]")) {
    const minutes = +row.dataset.lengths.split(",")[length] || +row.dataset.minutes;
    row.dataset.minutes = minutes;
    row.querySelector(".mf-secondary").textContent = label("from-minute-to-minute", { start, end: start + minutes });
    start += minutes;
  }
};

const begin = (number = 0, turn = 0) => {
  mode = mode || PRESENT;
  focused = focused || document.activeElement;
  root.dataset.deck = mode;
  bar.hidden = false;
  go(number, turn);
  next.focus({ preventScroll: true });
};

/* Keys go on from where slides were begun, or else from the slide that was shown last. */
const giveFocusBack = (heading) => {
  if (focused?.isConnected) focused.focus({ preventScroll: true });
  if (focused === document.activeElement && focused !== document.body) return;
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
};

const leave = () => {
  if (dark.open) {
    blacken(false);
    return;
  }
  if (mode !== PRESENT) return;
  mode = "";
  delete root.dataset.deck;
  bar.hidden = true;
  slides[at].scrollIntoView();
  keepPlace();
  if (document.fullscreenElement) document.exitFullscreen();
  const heading = slides[at].querySelector("h1, h2, h3");
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

const KEYS = {
  Home: () => jump(0),
  End: () => jump(slides.length - 1),
  b: () => blacken(view ? !isPressed(view.dark) : !dark.open),
  Escape: leave,
};
KEYS.B = KEYS["."] = KEYS.b;

const press = (event) => {
  const { key } = event;
  const control = event.target.closest("a, button, input, select, textarea, summary");
  if (!mode || event.ctrlKey || event.altKey || event.metaKey || control?.matches("input, select, textarea")) return;
  if (control && (key === " " || key === "Enter")) return;
  if (FORWARD.includes(key)) turn(event.shiftKey && key === " " ? -1 : 1, key);
  else if (BACK.includes(key)) turn(-1, key);
  else if (KEYS[key]) KEYS[key]();
  else return;
  event.preventDefault();
};

const listenToSwipes = () => {
  const start = ({ touches }) => {
    touch = touches.length === 1 ? touches[0] : null;
  };
  document.addEventListener("touchstart", start, { passive: true });
  document.addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (mode !== PRESENT || !touch || !end) return;
    const across = end.clientX - touch.clientX;
    const down = end.clientY - touch.clientY;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) move(across < 0 ? 1 : -1);
  });
};

const toggleFullScreen = () => {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen();
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
  if (!isPresenter) {
    if (document.querySelector(".mf-session-notes")) bar.append(button(label("deck-notes"), openNotes));
    bar.append(button(label("deck-black"), () => blacken(true)));
    if (document.fullscreenEnabled) bar.append(button(label("deck-full-screen"), toggleFullScreen));
    bar.append(button(label("deck-leave"), leave));
  }
  document.querySelector("main").append(bar);
  const close = button("", () => blacken(false));
  close.setAttribute("aria-label", label("deck-show-again"));
  dark = make("dialog", { class: "mf-blank-screen", "aria-label": label("deck-black") }, close);
  dark.addEventListener("cancel", tell);
  document.body.append(dark);
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

/* Starts with the slides that the page has now; a page of guidance makes them of its own sections. */
window.startDeck = (from) => {
  focused = from;
  blocks = addressHash().get("blocks");
  length = +addressHash().get("for") || 0;
  narrow();
  slides = [...document.querySelectorAll(".mf-slide")];
  if (bar) {
    if (slides.length) begin();
    return;
  }
  clock = clockAtZero();
  mode = "";
  furnish(addressHash().has(PRESENTER));
  document.addEventListener("keydown", press);
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

if (document.querySelector(".mf-deck")) {
  window.startDeck();
  const place = document.querySelector(".mf-deck-tools");
  if (place) addTools(place);
  window.addEventListener("hashchange", open);
  open();
}
