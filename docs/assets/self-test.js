/* The self-test: tries in this browser, at this place, what the site needs, and says in plain words what works. */
(function () {
  "use strict";
  var ASSETS = document.currentScript.src.replace(/[^/]*$/, "");
  var FILES = ["search-index.js", "find.js"];
  var NAMES = { pdf: "PDF documents", docx: "Word documents", pptx: "PowerPoint slides" };
  var SLOW = 8000;
  var list = document.querySelector(".mf-test");
  var said = document.querySelector(".mf-test-said");
  var act = document.querySelector(".mf-test-act");
  var onDisk = location.protocol === "file:";
  var waiting = 0;
  var good = 0;
  var bad = 0;

  function line(what) {
    var made = document.createElement("li");
    var head = document.createElement("strong");
    head.textContent = what + ": ";
    made.append(head);
    list.append(made);
    return made;
  }

  function sum() {
    said.textContent = waiting
      ? "Trying … " + waiting + " still to come."
      : good + " of " + (good + bad) + " work here." + (bad ? " See what does not, and the help below the list." : "");
  }

  /* Says of a line whether it works; null is for what only informs. */
  function tell(where, works, words) {
    var result = document.createElement("strong");
    result.textContent = works === null ? "" : works ? "works. " : "does not work. ";
    where.append(result, words);
    if (works === true) good += 1;
    if (works === false) bad += 1;
  }

  /* Tries something that takes time; what says nothing for long does not work. */
  function try_(what, start, late) {
    var where = line(what);
    var open = true;
    function answer(works, words) {
      if (!open) return;
      open = false;
      waiting -= 1;
      tell(where, works, words);
      sum();
    }
    waiting += 1;
    setTimeout(function () { answer(false, late); }, SLOW);
    start(answer);
  }

  function now(what, works, words) {
    tell(line(what), works, words);
  }

  function load(names, done, failed) {
    if (!names.length) { done(); return; }
    var script = document.createElement("script");
    script.src = ASSETS + names[0];
    script.addEventListener("load", function () { load(names.slice(1), done, failed); });
    script.addEventListener("error", function () { failed(names[0]); });
    document.head.append(script);
  }

  function place() {
    var words = onDisk
      ? "This copy is opened from a disk or a share."
      : "This copy comes from a web server, " + (location.protocol === "https:" ? "with" : "without") + " https.";
    now("Where this copy is", null, words + " Address: " + location.href.split("#")[0]);
  }

  function browser() {
    var works = "popover" in HTMLElement.prototype;
    now("Browser", works, works
      ? "It is recent enough for everything here."
      : "It is old. Pages can be read, but the menu is always open. Use an up-to-date browser.");
  }

  function style() {
    var works = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim() !== "";
    now("Looks of the pages", works, works ? "The stylesheet is here." : "The stylesheet did not come. Unzip again, and look at the server's types of file.");
  }

  function typeface() {
    try_("Typeface", function (answer) {
      document.fonts.load("1rem Atkinson").then(function (faces) {
        answer(faces.length > 0, faces.length ? "The easy-to-read letters are here." : "Another typeface stands in. Everything can still be read.");
      }, function () { answer(false, "The file did not come. Another typeface stands in; everything can still be read."); });
    }, "The file did not come in time. Another typeface stands in.");
  }

  function search() {
    try_("Search", function (answer) {
      load(FILES, function () {
        answer(Boolean(window.searchIndex), window.searchIndex ? "The search has all its files." : "The files came, but were changed on the way.");
      }, function (name) { answer(false, "A file did not come: " + name + "."); });
    }, "Its files did not come in time.");
  }

  function details() {
    var own = window.localDetails;
    var filled = own && typeof own === "object" ? Object.keys(own).length : 0;
    now("Details of the school", own ? true : false, !own
      ? "local.js is missing beside index.html, or something in it is wrong."
      : filled ? filled + " details are filled in." : "local.js is here and still neutral. Fill it in with «Set up for your school».");
  }

  function age() {
    var days = Math.floor((Date.now() - Date.parse(document.body.dataset.built)) / 864e5);
    now("Age of this copy", days < 0 ? false : null, days < 0
      ? "The clock of this computer stands before the day this copy was made. Set the clock."
      : "It was made " + days + (days === 1 ? " day" : " days") + " ago.");
  }

  function outside() {
    var loaded = performance.getEntriesByType("resource").map(function (entry) { return entry.name; });
    var strange = loaded.filter(function (name) {
      var url = new URL(name);
      return onDisk ? url.protocol !== "file:" : url.origin !== location.origin;
    });
    now("Nothing asked from outside", !strange.length, strange.length
      ? "Something on the way adds requests of its own: " + strange.join(", ")
      : "This page asked for nothing but files of this copy.");
  }

  function files() {
    Object.keys(NAMES).filter(function (kind) { return list.dataset[kind]; }).forEach(function (kind) {
      var what = NAMES[kind];
      if (onDisk) {
        var where = line(what);
        tell(where, null, "From a disk this cannot be tried by itself. ");
        var link = document.createElement("a");
        link.href = list.dataset[kind];
        link.textContent = "Open one";
        where.append(link, ".");
        return;
      }
      try_(what, function (answer) {
        fetch(list.dataset[kind], { method: "HEAD", redirect: "error" }).then(function (got) {
          answer(got.ok, got.ok ? "The server sends it." : "The server answers " + got.status + ". It may not know this type of file.");
        }, function () { answer(false, "It was stopped on the way, perhaps by a filter."); });
      }, "No answer in time.");
    });
  }

  function headers() {
    if (onDisk) return;
    try_("What the server adds", function (answer) {
      fetch(location.pathname, { method: "HEAD" }).then(function (got) {
        var policy = /frame-ancestors/.test(got.headers.get("content-security-policy") || "");
        answer(null, policy
          ? "It sends the policy that the hosting recipes ask for."
          : "It sends no policy of its own. Each page carries one, so the site is safe to read. The hosting recipes add the rest.");
      }, function () { answer(null, "This could not be seen here."); });
    }, "No answer in time.");
  }

  function second() {
    var where = line("Second window, for presenters");
    var opened = window.open(location.href.split("#")[0] + "#second", "mf-test", "popup,width=400,height=300");
    waiting += 1;
    function done(works, words) {
      removeEventListener("message", heard);
      waiting -= 1;
      tell(where, works, words);
      if (opened) opened.close();
      act.hidden = true;
      sum();
    }
    function heard(event) {
      if (event.source === opened) { clearTimeout(late); done(true, "Slides can have their notes in a second window."); }
    }
    addEventListener("message", heard);
    var late = setTimeout(function () {
      done(false, "No second window opened. Allow pop-ups for this place, or print the notes.");
    }, SLOW);
    sum();
  }

  if (location.hash === "#second" && window.opener) {
    window.opener.postMessage("here", "*");
    return;
  }
  list.hidden = act.hidden = false;
  [place, browser, style, typeface, search, details, age, outside, files, headers].forEach(function (test) { test(); });
  now("Scripts", true, "They run: one has made this list.");
  sum();
  act.querySelector("button").addEventListener("click", second, { once: true });
})();
