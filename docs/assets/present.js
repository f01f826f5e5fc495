/* Presents the page itself: its headings become slides in place, and Escape gives the page back. */
(function () {
  "use strict";
  var ASSETS = document.currentScript.src.replace(/[^/]*$/, "");
  var article = document.querySelector("article");

  function slide(parts) {
    var made = document.createElement("div");
    made.className = "mf-slide";
    made.id = "slide-" + (article.querySelectorAll(".mf-slide").length + 1);
    parts[0].before(made);
    parts.forEach(function (part) { made.appendChild(part); });
  }

  function wrap() {
    var groups = [];
    Array.from(article.children).forEach(function (part) {
      var alone = part.querySelector(":scope > h2");
      if (!groups.length || alone || /^H[123]$/.test(part.tagName)) groups.push([]);
      groups[groups.length - 1].push(part);
    });
    // A heading with nothing below it goes before the next one.
    groups.forEach(function (_, at) {
      var group = groups[at];
      var next = groups[at + 1];
      if (next && group.every(function (part) { return part.matches("h1, h2, h3, .mf-nations, .mf-one-side"); })) {
        groups[at + 1] = group.concat(next);
        groups[at] = [];
      }
    });
    groups.filter(function (group) { return group.length; }).forEach(slide);
  }

  document.addEventListener("deckleft", function () {
    article.querySelectorAll(".mf-slide").forEach(function (made) { made.replaceWith.apply(made, made.childNodes); });
  });

  window.presentPage = function () {
    wrap();
    window.startDeck();
  };

  function fetched() {
    window.startDeck(); // the first time it only gets ready
    window.presentPage();
  }

  var style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = ASSETS + "deck.css";
  style.addEventListener("load", function () {
    var script = document.createElement("script");
    script.src = ASSETS + "deck.js";
    script.addEventListener("load", fetched);
    document.head.appendChild(script);
  });
  document.head.appendChild(style);
})();
