/* What every staff page does: the reader's choice of light or dark, printing, the search box, opening hours. */
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "scheme";
  var SEARCH = ["search-index.js", "find.js", "search.js"];
  var ASSETS = document.currentScript.src.replace(/[^/]*$/, "");

  function stored() {
    try { return localStorage.getItem(KEY); } catch (refused) { return null; }
  }

  function store(value) {
    try {
      if (value) localStorage.setItem(KEY, value);
      else localStorage.removeItem(KEY);
    } catch (refused) { /* The choice then lasts for this page only. */ }
  }

  function paint(value) {
    if (value === "light" || value === "dark") root.dataset.scheme = value;
    else delete root.dataset.scheme;
  }

  paint(stored());

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "mf-button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  function schemes(place) {
    var names = { "": "As on this device", light: "Light", dark: "Dark" };
    var label = document.createElement("span");
    label.id = "scheme-label";
    label.textContent = "Colours";
    place.setAttribute("role", "group");
    place.setAttribute("aria-labelledby", label.id);
    place.appendChild(label);
    var buttons = Object.keys(names).map(function (value) {
      return place.appendChild(button(names[value], function () {
        store(value);
        paint(value);
        mark(value);
      }));
    });

    function mark(value) {
      Object.keys(names).forEach(function (name, at) {
        buttons[at].setAttribute("aria-pressed", String(name === value));
      });
    }

    mark(root.dataset.scheme || "");
  }

  /* Lays the page out as on paper for a moment, without painting it, and counts sides of A4. */
  function sides(paper) {
    var width = document.body.style;
    var before = window.scrollY;
    paper.forEach(function (sheet) { sheet.media = "all"; });
    root.dataset.measuring = "";
    width.width = "182mm";
    var height = document.body.getBoundingClientRect().height;
    width.width = "";
    paper.forEach(function (sheet) { sheet.media = "print"; });
    delete root.dataset.measuring;
    window.scrollTo(0, before);
    var count = height / (265 * 96 / 25.4);
    return Math.max(1, Math.ceil(count > 5 ? count * 1.07 : count - 0.02)); // what is kept together leaves gaps
  }

  function printing(place) {
    var paper = Array.from(document.querySelectorAll("link[media=print]"));
    var late = paper.find(function (link) { return !link.sheet; });
    if (late) {
      late.addEventListener("load", function () { printing(place); });
      return;
    }
    var said = document.createElement("p");
    place.appendChild(button("Print this page", function () { window.print(); }));
    place.appendChild(said);
    var count = sides(paper);
    var sheets = Math.ceil(count / 2);
    said.textContent = count === 1
      ? "Prints on one side of A4."
      : "Prints on about " + count + " sides of A4: " + sheets + (sheets === 1 ? " sheet" : " sheets") + " if you use both sides.";
    start(".mf-prints", function (also) { also.textContent = said.textContent + " It is safe in black and white."; });
  }

  /* Another script of the folder; those asked for together run in order. */
  function fetchScript(name, then) {
    var script = document.createElement("script");
    script.src = ASSETS + name;
    script.async = false;
    if (then) script.addEventListener("load", then);
    document.head.appendChild(script);
  }

  /* A page of guidance can be shown to a room; what does it is fetched when somebody asks. */
  function presenting(place) {
    place.appendChild(button("Present this page", function () {
      if (window.presentPage) window.presentPage();
      else fetchScript("present.js");
    }));
  }

  /* The link to the search page becomes a box; what searches is fetched when the reader reaches for it. */
  function searching(link) {
    var place = link.parentNode;
    var box = document.createElement("input");
    var start = link.getAttribute("href").replace(/search\.html$/, "");
    var fetched = false;
    box.type = "search";
    box.className = link.className;
    box.placeholder = link.textContent;
    box.setAttribute("aria-label", link.textContent);
    box.autocomplete = "off";
    box.spellcheck = false;

    function fetchScripts() {
      if (fetched) return;
      fetched = true;
      SEARCH.forEach(function (name, at) {
        fetchScript(name, at === SEARCH.length - 1 && function () {
          window.startSearch(box, place, start, place.classList.contains("mf-search-page"));
        });
      });
    }

    box.addEventListener("focus", fetchScripts);
    box.addEventListener("pointerover", fetchScripts);
    link.replaceWith(box);
    if (place.classList.contains("mf-search-page")) box.focus();
  }

  /* Opening hours are worked out when the reader comes near them. */
  function opening(first) {
    var watch = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      watch.disconnect();
      fetchScript("hours.js");
    });
    document.querySelectorAll("." + first.className).forEach(function (place) { watch.observe(place); });
  }

  function start(selector, act) {
    var place = document.querySelector(selector);
    if (place) act(place);
  }

  start(".mf-find", searching);
  start(".mf-scheme", schemes);
  start(".mf-hours", opening);
  start(".mf-tools", function (place) {
    if (document.getElementById("in-short")) presenting(place);
    document.fonts.load("1em Paper").finally(function () {
      (window.requestIdleCallback || window.setTimeout)(function () { printing(place); });
    });
  });
})();
