/* Narrows down the entries of a register by nation, and dated changes from a day. Without it, everything is shown. */
(function () {
  "use strict";
  var nations = { england: "England", wales: "Wales", scotland: "Scotland", "northern-ireland": "Northern Ireland" };
  var article = document.querySelector("article");
  var title = article && article.querySelector("h1");
  if (!title) return;

  function parts(entry) {
    var before = entry.previousElementSibling;
    return entry.tagName === "DL" && before && before.tagName === "H3" ? [entry, before] : [entry];
  }

  function labelled(text, control) {
    var label = document.createElement("label");
    label.textContent = text + " ";
    label.appendChild(control);
    return label;
  }

  var entries = Array.prototype.slice.call(article.querySelectorAll("[data-nations]"));
  var form = document.createElement("form");
  form.className = "mf-filter";
  var select = document.createElement("select");
  select.appendChild(new Option("all nations", ""));
  Object.keys(nations).forEach(function (key) { select.appendChild(new Option(nations[key], key)); });
  form.appendChild(labelled("Show what applies to", select));

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

  function fits(entry) {
    var wanted = !select.value || entry.dataset.nations.split(" ").indexOf(select.value) >= 0;
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
  title.parentNode.insertBefore(form, title.nextSibling);
  apply();
})();
