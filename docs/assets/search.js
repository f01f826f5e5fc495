/* The search box and what it shows. The finding is done in find.js; what is typed goes nowhere. */
(function () {
  "use strict";
  var SHOWN = 8;

  function make(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function Search(box, place, root) {
    this.box = box;
    this.root = root;
    this.finder = new window.Finder(window.searchIndex);
    /* What is announced has to be there, and not hidden, before it changes; what is seen stands with the results. */
    this.heard = place.appendChild(make("p", "mf-hidden"));
    this.heard.setAttribute("role", "status");
    this.panel = place.appendChild(make("div", "mf-results"));
    this.seen = this.panel.appendChild(make("p"));
    this.seen.setAttribute("aria-hidden", "true");
    this.list = this.panel.appendChild(make("ul"));
    this.panel.hidden = true;
    box.addEventListener("input", this.show.bind(this));
    place.addEventListener("keydown", this.key.bind(this));
    place.addEventListener("focusout", function (event) {
      if (!this.stays && !place.contains(event.relatedTarget)) this.panel.hidden = true;
    }.bind(this));
    box.addEventListener("focus", function () {
      if (box.value) this.panel.hidden = false;
    }.bind(this));
    if (box.value) this.show();
  }

  Search.prototype.show = function () {
    var typed = this.box.value.trim();
    var results = typed ? this.finder.find(typed).slice(0, SHOWN) : [];
    this.list.replaceChildren.apply(this.list, results.map(this.item, this));
    this.panel.hidden = !typed;
    if (!typed) this.say("");
    else if (results.length) {
      this.say(results.length === 1 ? "1 result." : results.length + " results, the best first.");
    } else this.nothing();
  };

  Search.prototype.say = function (words) {
    this.heard.textContent = words;
    this.seen.textContent = words;
  };

  Search.prototype.link = function (address, text, className) {
    var link = make("a", className, text);
    link.href = this.root + address;
    return link;
  };

  Search.prototype.item = function (result) {
    var place = result.place;
    var page = this.finder.pages[place.page];
    var item = make("li");
    item.appendChild(this.link(place.address, place.title, "mf-hit"));
    item.appendChild(make("span", "mf-kind", place.kind));
    if (page && page !== place && place.page !== place.address) item.appendChild(make("span", "mf-also", "in: " + page.title));
    if (place.extract) item.appendChild(make("p", "", place.extract));
    if (place.phone) {
      var call = item.appendChild(make("p", "", "Call "));
      var number = call.appendChild(make("a", "", place.phone));
      number.href = "tel:" + place.phone.replace(/ /g, "");
    }
    return item;
  };

  /* Somebody who finds nothing is led on, and to a person. */
  Search.prototype.nothing = function () {
    this.say("Nothing found. Try one word of it, or another word. You can also ask your designated " +
      "safeguarding lead. In danger now, call 999.");
    [["reference/a-to-z.html", "Look in the A to Z"], ["faq/index.html", "Questions staff ask"],
      ["reference/services.html", "Someone who can advise you"]].forEach(function (way) {
      this.list.appendChild(make("li")).appendChild(this.link(way[0], way[1], "mf-hit"));
    }, this);
  };

  /* Down and up go through the results, Enter goes to the first, Escape closes and goes back to the box. */
  Search.prototype.key = function (event) {
    var stops = [this.box].concat(Array.from(this.list.querySelectorAll(".mf-hit")));
    var at = stops.indexOf(document.activeElement);
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && at === 0) step = 1;
    if (step && at >= 0 && !this.panel.hidden) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    } else if (event.key === "Escape" && !this.panel.hidden) {
      event.preventDefault();
      this.box.focus();
      this.panel.hidden = !this.stays;
    }
  };

  window.startSearch = function (box, place, root, stays) {
    var search = new Search(box, place, root);
    search.stays = stays;
  };
})();
