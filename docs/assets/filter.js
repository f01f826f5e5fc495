/* Narrows down the entries of a register by nation, and dated changes from a day. Without it, everything is shown. */
(function () {
  "use strict";
  var kinds = {
    law: "law",
    "statutory-guidance": "statutory guidance",
    advice: "advice",
    "police-and-records": "police decisions and records",
    "framework-or-tool": "frameworks and tools",
    research: "research",
    "young-person": "for young people",
    parents: "for parents and carers",
    professionals: "for staff",
    adults: "for adults"
  };
  var nations = { england: "England", wales: "Wales", scotland: "Scotland", "northern-ireland": "Northern Ireland" };
  var article = document.querySelector("article");
  var place = article && article.querySelector(".mf-filter-place");
  if (!place) return;

  function parts(entry) {
    var before = entry.previousElementSibling;
    return entry.tagName === "DL" && before && before.tagName === "H3" ? [entry, before] : [entry];
  }

  function labelled(text, control) {
    var label = document.createElement("label");
    var both = document.createElement("span");
    control.id = "filter-" + text.replace(/ /g, "-");
    label.htmlFor = control.id;
    label.textContent = text;
    both.appendChild(label);
    both.appendChild(document.createTextNode(" "));
    both.appendChild(control);
    return both;
  }

  function choice(all, names, keys) {
    var list = document.createElement("select");
    list.appendChild(new Option(all, ""));
    keys.forEach(function (key) { list.appendChild(new Option(names[key], key)); });
    return list;
  }

  var entries = Array.prototype.slice.call(article.querySelectorAll("[data-nations]"));
  var form = document.createElement("form");
  form.className = "mf-filter";
  var select = choice("all nations", nations, Object.keys(nations));
  form.appendChild(labelled("Show what applies to", select));

  var kind = null;
  var used = entries.map(function (entry) { return entry.dataset.kind || ""; }).join(" ").split(" ");
  var present = Object.keys(kinds).filter(function (key) { return used.indexOf(key) >= 0; });
  if (present.length) {
    kind = choice("every kind", kinds, present);
    form.appendChild(document.createTextNode(" "));
    form.appendChild(labelled("of", kind));
  }

  var day = null;
  if (article.querySelector("[data-filter=date]")) {
    day = document.createElement("input");
    day.type = "date";
    form.appendChild(document.createTextNode(" "));
    form.appendChild(labelled("since", day));
  }

  var status = document.createElement("p");
  status.setAttribute("role", "status");
  form.appendChild(status);

  function has(words, word) {
    return !word || words.split(" ").indexOf(word) >= 0;
  }

  function fits(entry) {
    var wanted = has(entry.dataset.nations, select.value) && (!kind || has(entry.dataset.kind, kind.value));
    return wanted && (!day || !day.value || !entry.dataset.on || entry.dataset.on >= day.value);
  }

  function apply() {
    var shown = 0;
    entries.forEach(function (entry) {
      var visible = fits(entry);
      shown += visible ? 1 : 0;
      parts(entry).forEach(function (part) { part.hidden = !visible; });
    });
    status.textContent = shown + " of " + entries.length + " entries shown.";
  }

  form.addEventListener("change", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  place.appendChild(form);
  apply();
})();
