/* «Set up for your school»: the form becomes the text of local.js. Nothing leaves the page but by the reader's hand. */
(function () {
  "use strict";
  var ASSETS = document.currentScript.src.replace(/[^/]*$/, "");
  var HELP = "places-to-get-help.html";
  var place = document.querySelector("article");
  var inputs = Array.from(place.querySelectorAll("[data-detail]"));
  var text = place.querySelector("textarea");
  var preview = place.querySelector(".mf-preview");
  var missing = place.querySelector("[data-list=missing]");
  var refused = place.querySelector("[data-list=refused]");
  var loaded = window.localDetails;
  var sound = Boolean(loaded) && typeof loaded === "object";

  function say(where, words) {
    place.querySelector("[data-said=" + where + "]").textContent = words;
  }

  function own(details, id) {
    try {
      return Object.prototype.hasOwnProperty.call(details, id) ? details[id] : undefined;
    } catch (broken) { return undefined; }
  }

  function begin() {
    if (!sound) {
      say("file", "We could not read local.js. It is missing beside index.html, or something in it is wrong. The site shows its neutral words. Fill in the form and save the file again.");
      return;
    }
    inputs.forEach(function (input) {
      var value = own(loaded, input.dataset.detail);
      if (typeof value === "string") input.value = value.slice(0, 2 * input.maxLength);
    });
    var names = inputs.map(function (input) { return input.dataset.detail; });
    var strange = Object.keys(loaded).filter(function (id) { return names.indexOf(id) < 0; });
    var known = Object.keys(loaded).length - strange.length;
    say("file", (known ? "The form starts from your local.js, which has " + known + (known === 1 ? " detail." : " details.")
      : "Your local.js is empty so far.") +
      (strange.length ? " It also has names that this edition does not know: " + strange.join(", ").slice(0, 200) + "." : ""));
  }

  function details() {
    var made = {};
    inputs.forEach(function (input) {
      if (input.value.trim()) made[input.dataset.detail] = input.value.trim();
    });
    return made;
  }

  /* Plain ASCII, so that no server and no editor can spoil a letter. */
  function written(made) {
    var json = JSON.stringify(made, null, 2).replace(/</g, "\\u003c").replace(/[^\x20-\x7e\n]/g, function (sign) {
      return "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0");
    });
    return "window.localDetails = " + json + ";\n";
  }

  function list(where, found) {
    where.replaceChildren.apply(where, found.map(function (entry) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = "#" + entry.input.id;
      link.textContent = entry.input.dataset.label;
      item.append(link, entry.why ? ": " + entry.why : "");
      return item;
    }));
    where.previousElementSibling.hidden = where.hidden = !found.length;
  }

  function show() {
    var made = details();
    var empty = [];
    var wrong = [];
    inputs.forEach(function (input) {
      var id = input.dataset.detail;
      var raw = input.value.trim() ? made[id] : sound && own(loaded, id);
      var why = window.localTools.clean(id, raw || undefined).why;
      if (why) wrong.push({ input: input, why: why });
      else if (!made[id]) empty.push({ input: input });
      input.setAttribute("aria-invalid", String(Boolean(why)));
    });
    list(missing, empty);
    list(refused, wrong);
    say("check", (inputs.length - empty.length - wrong.length) + " of " + inputs.length + " filled in" +
      (wrong.length ? ", " + wrong.length + " refused." : "."));
    text.value = written(made);
    window.localTools.fill(made, preview);
  }

  function offer(words, type, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([words], { type: type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function save() {
    offer(text.value, "text/javascript", "local.js");
    say("saved", "Your browser has saved local.js, or asks where to. If it does not, copy the text below.");
  }

  /* The older way of copying also works where a page has no secure address, as on a file share. */
  function copy() {
    text.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (refusal) { done = false; }
    say("saved", done ? "Copied." : "Press Ctrl and C to copy the marked text.");
  }

  /* Returns the page for young people in one file, with these details in it. Parsed text runs no script. */
  function filled() {
    var whole = new DOMParser().parseFromString(window.oneFile, "text/html");
    window.localTools.fill(details(), whole);
    return "<!doctype html>\n" + whole.documentElement.outerHTML + "\n";
  }

  function saveHelp() {
    if (window.oneFile) {
      offer(filled(), "text/html", HELP);
      say("kept", "Your browser has saved " + HELP + ", or asks where to.");
      return;
    }
    var script = document.createElement("script");
    script.src = ASSETS + "one-file.js";
    script.addEventListener("load", saveHelp);
    script.addEventListener("error", function () { say("kept", "A file of this copy is missing: one-file.js."); });
    document.head.append(script);
  }

  begin();
  show();
  place.addEventListener("input", show);
  place.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); });
  place.querySelector("[data-act=save]").addEventListener("click", save);
  place.querySelector("[data-act=help]").addEventListener("click", saveHelp);
  place.querySelector("[data-act=copy]").addEventListener("click", copy);
})();
