/*
 * What depends on where and when a copy is read: the school's own details, and the age of the copy.
 * Values of local.js reach the page as text alone. Without this file every page reads as it was built.
 */
(function () {
  "use strict";
  var LIMITS = { text: 200, phone: 40, link: 300, image: 60 };
  var PHONE = /^(\+?\d[\d ()-]{1,20}\d)(?:,? ?(?:ext\.?|extension) ?\d{1,6})?$/i;
  var PICTURE = /^[a-z0-9][\w-]*\.(?:png|jpe?g|svg|webp|gif)$/i;
  /* Controls, and marks that turn the direction of the text around them. */
  var INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]+/g;
  var DAY = 864e5;

  function kindOf(id) {
    var ending = /-(phone|link|image)$/.exec(id);
    return ending ? ending[1] : "text";
  }

  function secure(text) {
    try {
      var url = new URL(text);
      return url.protocol === "https:" && !url.username && !url.password && /\.[a-z]{2,}$/i.test(url.hostname) ? url.href : "";
    } catch (refused) { return ""; }
  }

  /* Returns what may be shown of a value, and why not when nothing may. */
  function clean(id, value) {
    var kind = kindOf(id);
    var limit = LIMITS[kind];
    if (value === undefined || value === null || value === "") return { text: "", why: "" };
    if (typeof value !== "string") return { text: "", why: "this is not text" };
    var text = value.slice(0, 4 * limit).replace(INVISIBLE, " ").replace(/\s+/g, " ").trim();
    if (kind === "text") {
      var cut = Array.from(text).slice(0, limit).join("");
      return { text: cut, why: cut === text && value.length <= 4 * limit ? "" : "this is too long and was cut" };
    }
    if (!text) return { text: "", why: "" };
    if (text.length > limit || value.length > 4 * limit) return { text: "", why: "this is too long" };
    if (kind === "phone" && !PHONE.test(text)) return { text: "", why: "this is not a phone number" };
    if (kind === "link" && !secure(text)) return { text: "", why: "this is not an address that begins with https://" };
    if (kind === "image" && !PICTURE.test(text)) return { text: "", why: "this is not the name of a picture beside local.js" };
    return { text: text, why: "" };
  }

  function given(details, id) {
    try {
      return Object.prototype.hasOwnProperty.call(details, id) ? clean(id, details[id]) : clean(id);
    } catch (broken) { return { text: "", why: "this cannot be read" }; }
  }

  function linked(href, words) {
    var link = document.createElement("a");
    link.href = href;
    link.textContent = words;
    if (/^https:/.test(href)) link.rel = "noreferrer";
    return link;
  }

  function picture(name, words) {
    var image = document.createElement("img");
    var beside = document.querySelector("script[src$='local.js']");
    image.src = (beside ? beside.src : "").replace(/local\.js$/, "") + name;
    image.alt = words;
    return image;
  }

  /* Returns what an element shows for a detail, or null for what the page has there already. */
  function drawn(details, id, words) {
    var kind = kindOf(id);
    var text = given(details, id).text;
    if (kind === "link") {
      var name = given(details, id.replace(/link$/, "name")).text;
      return text ? linked(secure(text), name || words) : name || null;
    }
    if (!text) return null;
    if (kind === "phone") return linked("tel:" + PHONE.exec(text)[1].replace(/[^\d+]/g, ""), text);
    return kind === "image" ? picture(text, given(details, "school-name").text) : text;
  }

  /* Fills every mark within a part of the page; what is no longer given gets its first words back. */
  function fill(details, within) {
    within.querySelectorAll("[data-local]").forEach(function (element) {
      if (!element.first) element.first = { words: element.textContent, marked: element.classList.contains("mf-mark") };
      var shown = drawn(details, element.dataset.local, element.dataset.words || element.first.words);
      if (shown === null && element.filled === undefined) return;
      element.filled = shown !== null;
      element.classList.toggle("mf-mark", !element.filled && element.first.marked);
      element.replaceChildren(element.filled ? shown : element.first.words);
    });
    within.querySelectorAll("[data-local-block]").forEach(function (block) {
      var filled = Array.from(block.querySelectorAll("[data-local]")).some(function (element) { return element.filled; });
      if (filled || block.filled) {
        block.hidden = !filled;
        block.nextElementSibling.hidden = filled;
      }
      block.filled = filled;
    });
    var way = given(details, "leave-to-link").text;
    within.querySelectorAll("[data-leave]").forEach(function (link) {
      if (!way) return;
      link.dataset.leave = secure(way);
      if (link.href) link.href = secure(way);
    });
  }

  function object(details) {
    return details && typeof details === "object" ? details : {};
  }

  /* Days are counted by the device's own calendar. */
  function today() {
    var now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }

  function passed(day) {
    return Boolean(day) && today() > Date.parse(day);
  }

  function spoken(day) {
    return new Date(day).toLocaleDateString("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
  }

  function tellAge(bar) {
    var body = document.body.dataset;
    var built = new Date(body.built);
    var days = Math.round((today() - built) / DAY);
    if (!(today() >= Date.parse(body.oldFrom))) return;
    /* What a reader has begun to read does not move: then the notice waits at the foot. */
    var late = performance.getEntriesByType("paint").length;
    var said = document.createElement(late ? "p" : "aside");
    said.className = "mf-age";
    said.textContent = "This copy was made on " + spoken(body.built) + ", " + days + " days ago. A new edition may be out. " +
      (passed(body.review) ? "This page was to be checked again by " + spoken(body.review) + ". " : "") +
      "Check dates and numbers before you rely on them.";
    if (late) document.querySelector(".mf-footer").prepend(said);
    else {
      said.setAttribute("aria-label", "Age of this copy");
      bar.after(said);
    }
  }

  function tellReview(entry) {
    if (!passed(entry.dataset.review)) return;
    var said = document.createElement("p");
    said.className = "mf-old";
    said.textContent = "Check this number is still right on the service's own site.";
    entry.append(said);
  }

  window.localTools = { clean: clean, fill: fill };
  fill(object(window.localDetails), document);
  var bar = document.querySelector(".mf-bar");
  if (bar && document.body.dataset.built) tellAge(bar);
  document.querySelectorAll("article [data-review]").forEach(tellReview);
})();
