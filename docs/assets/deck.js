/* Slides: one at a time, steps that come one after the other, and a window with notes beside them. */
(function () {
  "use strict";
  var root = document.documentElement;
  var FILE = location.protocol === "file:";
  var FORWARD = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
  var BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
  var slides, blocks, length, at, step, mode, left, bar, said, next, dark, other, clock, touch, view;

  function make(tag, name, text, parent) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return parent ? parent.appendChild(made) : made;
  }

  function button(parent, text, act) {
    var made = make("button", "mf-button", text, parent);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function steps(slide) {
    return Array.from(slide.querySelectorAll(".mf-turn"));
  }

  function asked() {
    return new URLSearchParams(location.hash.slice(1));
  }

  /* The address keeps the place, so that a reload goes on where it was. */
  function keep() {
    var parts = [];
    if (blocks) parts.push("blocks=" + blocks, "for=" + length);
    if (mode === "presenter") parts.push("presenter");
    if (mode) parts.push("at=" + slides[at].id);
    if (mode && step) parts.push("step=" + step);
    history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.href.split("#")[0]);
  }

  function paint() {
    slides.forEach(function (slide, number) {
      slide.classList.toggle("mf-now", number === at);
      slide.classList.toggle("mf-next", number === at + 1);
      steps(slide).forEach(function (part, turn) {
        part.classList.toggle("mf-later", number > at || (number === at && turn >= step));
        part.classList.toggle("mf-here", number === at && turn === step - 1);
      });
    });
    said.textContent = at + 1 + " of " + slides.length + ": " + slides[at].querySelector("h1, h2, h3").textContent;
    if (view) view.choose.value = at;
  }

  function go(number, turn) {
    at = Math.max(0, Math.min(slides.length - 1, number));
    step = Math.max(0, Math.min(steps(slides[at]).length, turn));
    paint();
    keep();
    window.scrollTo(0, 0);
    tell();
  }

  function move(by) {
    if (dark.open) return blacken(false);
    if (mode === "presenter" && linked()) return send({ move: by });
    var turn = step + by;
    if (turn >= 0 && turn <= steps(slides[at]).length) go(at, turn);
    else if (by < 0 && at) go(at - 1, Infinity);
    else if (by > 0 && at < slides.length - 1) go(at + 1, 0);
    if (view) clock.runs = true;
  }

  function blacken(black) {
    if (mode === "presenter") return send({ black: black });
    if (black && !dark.open) dark.showModal();
    if (!black && dark.open) dark.close();
    tell();
  }

  /* The two windows: the slides lead, the notes follow and ask. */
  function linked() {
    return other && !other.closed;
  }

  function send(message) {
    message.deck = true;
    if (view && view.heard) message.clock = clock;
    if (linked()) other.postMessage(message, FILE ? "*" : location.origin);
  }

  function tell() {
    if (mode !== "presenter") send({ at: at, step: step, dark: dark.open, clock: clock });
  }

  function hear(event) {
    var message = event.data;
    if (event.origin !== (FILE ? "null" : location.origin) || !message || message.deck !== true) return;
    if (mode === "presenter") {
      if (event.source !== other) return;
      if (message.clock && !view.heard) clock = message.clock; // this window was opened again
      if (view.heard && (at !== message.at || step !== message.step)) clock.runs = true;
      view.heard = true;
      if (at !== message.at || step !== message.step) go(+message.at || 0, +message.step || 0);
      view.dark.setAttribute("aria-pressed", String(!!message.dark));
      return;
    }
    other = event.source;
    clock = message.clock || clock;
    if (!mode && ("move" in message || "go" in message)) begin(at);
    if ("move" in message) move(message.move < 0 ? -1 : 1);
    else if ("go" in message) go(+message.go || 0, 0);
    else if ("black" in message) blacken(message.black === true);
    else tell();
  }

  function notes() {
    if (!mode) begin();
    other = window.open(location.href.split("#")[0] + "#" + (blocks ? "blocks=" + blocks + "&for=" + length + "&" : "") + "presenter&at="
      + slides[at].id + "&step=" + step, "mf-say", "popup,width=1120,height=760");
    if (!linked()) said.textContent = "The browser did not open the window with notes. Allow windows for this page.";
  }

  /* The clock of the notes: it counts, and never moves a slide. */
  function time(seconds) {
    var whole = Math.floor(seconds);
    var rest = whole % 60;
    return Math.floor(whole / 60) + ":" + (rest < 10 ? "0" : "") + rest;
  }

  function tick() {
    var now = Date.now();
    var block = slides[at].dataset.block;
    if (clock.runs) {
      var since = (now - view.last) / 1000;
      clock.total += since;
      clock.spent[block] = (clock.spent[block] || 0) + since;
    }
    view.last = now;
    view.total.textContent = time(clock.total);
    view.run.textContent = clock.runs ? "Stop the clock" : "Start the clock";
    document.querySelectorAll(".mf-order [data-block]").forEach(function (row) {
      var name = row.dataset.block;
      row.toggleAttribute("data-now", name === block);
      (row.querySelector(".mf-spent") || make("span", "mf-spent", "", row)).textContent =
        time(clock.spent[name] || 0) + " of " + row.dataset.minutes + ":00";
    });
    view.link.textContent = linked() ? (view.heard ? "" : view.link.textContent) : "This window is on its own: the slides in the other window do not follow.";
    send({});
  }

  function presenter() {
    var top = make("div", "mf-clock");
    view = { last: Date.now() };
    other = window.opener;
    document.title = "Notes: " + document.title;
    document.querySelector("article").prepend(top);
    var elapsed = make("p", "", "Time so far: ", top);
    elapsed.setAttribute("role", "timer");
    view.total = make("strong", "", "0:00", elapsed);
    view.run = button(top, "Start the clock", function () { clock.runs = !clock.runs; tick(); });
    button(top, "Set the clock to 0:00", function () { clock = nought(); tick(); });
    view.dark = button(top, "Black screen", function () { blacken(view.dark.getAttribute("aria-pressed") !== "true"); });
    view.dark.setAttribute("aria-pressed", "false");
    var label = make("label", "", "Go to ", top);
    view.choose = make("select", "", "", label);
    slides.forEach(function (slide, number) {
      make("option", "", number + 1 + ". " + slide.querySelector("h2").textContent, view.choose).value = number;
    });
    view.choose.addEventListener("change", function () {
      if (linked()) send({ go: +view.choose.value });
      else go(+view.choose.value, 0);
    });
    view.link = make("p", "mf-link", "This window waits for the slides.", top);
    view.link.setAttribute("role", "status");
    setInterval(tick, 500);
    send({});
  }

  function nought() {
    return { total: 0, runs: false, spent: {} };
  }

  /* A deck of chosen parts: the address names them and the length, and nothing else. */
  function narrow() {
    if (!blocks) return;
    var wanted = blocks.split(",");
    [".mf-order", "article"].forEach(function (place) {
      var parent = document.querySelector(place);
      if (!parent) return;
      var rows = Array.from(parent.querySelectorAll(":scope > [data-block]"));
      wanted.forEach(function (block) {
        rows.forEach(function (row) { if (row.dataset.block === block) parent.appendChild(row); });
      });
      rows.forEach(function (row) { if (wanted.indexOf(row.dataset.block) < 0) row.remove(); });
    });
    var now = 0;
    document.querySelectorAll(".mf-order [data-lengths]").forEach(function (row) {
      var took = row.dataset.minutes = +row.dataset.lengths.split(",")[length] || +row.dataset.minutes;
      row.querySelector(".mf-also").textContent = "from " + now + " to " + (now += took) + " minutes";
    });
  }

  function begin(number, turn) {
    mode = mode || "present";
    left = left || document.activeElement;
    root.dataset.deck = mode;
    bar.hidden = false;
    go(number || 0, turn || 0);
    next.focus();
  }

  function leave() {
    if (dark.open) return blacken(false);
    if (mode !== "present") return;
    mode = "";
    delete root.dataset.deck;
    bar.hidden = true;
    slides[at].scrollIntoView();
    keep();
    if (document.fullscreenElement) document.exitFullscreen();
    if (left && left.isConnected) left.focus({ preventScroll: true });
    left = null;
    document.dispatchEvent(new Event("deckleft"));
  }

  /* A slide taller than the screen is read to its end first. */
  function turn(by, key) {
    var rest = root.scrollHeight - window.innerHeight - window.scrollY;
    var scrolls = key !== "ArrowRight" && key !== "ArrowLeft" && mode === "present" && !dark.open;
    if (scrolls && (by > 0 ? rest > 4 : window.scrollY > 4)) window.scrollBy(0, by * window.innerHeight * 0.8);
    else move(by);
  }

  function press(event) {
    var key = event.key;
    var on = event.target.closest("a, button, input, select, textarea, summary");
    if (!mode || event.ctrlKey || event.altKey || event.metaKey || (on && /^(INPUT|SELECT|TEXTAREA)$/.test(on.tagName))) return;
    if (on && (key === " " || key === "Enter")) return;
    if (FORWARD.indexOf(key) >= 0) turn(event.shiftKey && key === " " ? -1 : 1, key);
    else if (BACK.indexOf(key) >= 0) turn(-1, key);
    else if (key === "Home") jump(0);
    else if (key === "End") jump(slides.length - 1);
    else if (key === "b" || key === "B" || key === ".") blacken(view ? view.dark.getAttribute("aria-pressed") !== "true" : !dark.open);
    else if (key === "Escape") leave();
    else return;
    event.preventDefault();
  }

  function jump(number) {
    if (mode === "presenter" && linked()) send({ go: number });
    else go(number, 0);
  }

  function swipes() {
    document.addEventListener("touchstart", function (event) {
      touch = event.touches.length === 1 ? event.touches[0] : null;
    }, { passive: true });
    document.addEventListener("touchend", function (event) {
      if (mode !== "present" || !touch || !event.changedTouches.length) return;
      var across = event.changedTouches[0].clientX - touch.clientX;
      var down = event.changedTouches[0].clientY - touch.clientY;
      if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) move(across < 0 ? 1 : -1);
    });
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  }

  function furnish(second) {
    bar = make("div", "mf-deck-bar", "", document.querySelector("main"));
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Slides");
    bar.hidden = true;
    button(bar, "Previous", function () { move(-1); });
    said = make("p", "", "", bar);
    said.setAttribute("aria-live", "polite");
    next = button(bar, "Next", function () { move(1); });
    if (!second) {
      if (document.querySelector(".mf-say")) button(bar, "Notes", notes);
      button(bar, "Black screen", function () { blacken(true); });
      if (document.fullscreenEnabled) button(bar, "Full screen", full);
      button(bar, "Leave", leave);
    }
    dark = make("dialog", "mf-dark", "", document.body);
    dark.setAttribute("aria-label", "Black screen");
    button(dark, "", function () { blacken(false); }).setAttribute("aria-label", "Show the slide again");
    dark.addEventListener("cancel", tell);
  }

  function paper(how) {
    root.dataset.print = how;
    window.print();
  }

  function tools(place) {
    button(place, "Present", function () { begin(); }).classList.add("mf-main");
    button(place, "Present, with notes in a second window", notes);
    button(place, "Print as a handout with notes", function () { paper("handout"); });
    button(place, "Print as slides", function () { paper("slides"); });
  }

  /* Starts with the slides that the page has now; a page of guidance makes them of its own sections. */
  window.startDeck = function () {
    blocks = asked().get("blocks");
    length = +asked().get("for") || 0;
    narrow();
    slides = Array.from(document.querySelectorAll(".mf-slide"));
    if (bar) return slides.length && begin();
    clock = nought();
    mode = "";
    furnish(asked().has("presenter"));
    document.addEventListener("keydown", press);
    window.addEventListener("message", hear);
    window.addEventListener("afterprint", function () { delete root.dataset.print; });
    swipes();
  };

  function open() {
    var hash = asked();
    var id = hash.get("at");
    if (!slides.length) return;
    if (hash.has("presenter") && !view) {
      mode = "presenter";
      presenter();
    }
    if (id || mode) begin(slides.findIndex(function (slide) { return slide.id === id; }), +hash.get("step") || 0);
  }

  if (document.querySelector(".mf-deck")) {
    window.startDeck();
    var place = document.querySelector(".mf-deck-tools");
    if (place) tools(place);
    window.addEventListener("hashchange", open);
    open();
  }
})();
