/*
 * One way to ask and to show results for every engine that has none of its own. The engine is told by the script's
 * data-engine; each is used as its documentation shows, with titles weighted and nothing tuned.
 */
(function () {
  "use strict";
  var FIELDS = ["title", "names", "text"];
  var places = window.places;

  function addresses(ids) {
    return ids.map(function (id) {
      return { links: [places[id].address], title: places[id].title, text: places[id].text };
    });
  }

  var ENGINES = {
    lunr: function () {
      var lunr = window.lunr;
      var index = lunr(function () {
        this.ref("id");
        this.field("title", { boost: 2 });
        this.field("names");
        this.field("text");
        places.forEach(function (place) { this.add(place); }, this);
      });
      return function (text) {
        var found = index.query(function (query) {
          lunr.tokenizer(text).forEach(function (token) {
            var word = token.toString();
            query.term(word, { boost: 10 });
            query.term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
          });
        });
        return addresses(found.map(function (hit) { return Number(hit.ref); }));
      };
    },
    minisearch: function () {
      var index = new window.MiniSearch({ fields: FIELDS });
      index.addAll(places);
      return function (text) {
        var found = index.search(text, { prefix: true, fuzzy: 0.2, boost: { title: 2 } });
        return addresses(found.map(function (hit) { return hit.id; }));
      };
    },
    flexsearch: function () {
      var index = new window.FlexSearch.Document({ document: { id: "id", index: FIELDS }, tokenize: "forward" });
      places.forEach(function (place) { index.add(place); });
      return function (text) {
        var found = index.search(text, { limit: 8, suggest: true, merge: true });
        return addresses(found.map(function (hit) { return hit.id; }));
      };
    },
    pagefind: function () {
      var engine = import(new URL("pagefind/pagefind.js", document.baseURI));
      return async function (text, count) {
        var results = (await (await engine).search(text)).results;
        var pages = await Promise.all(results.slice(0, count).map(function (result) { return result.data(); }));
        return pages.map(function (page) {
          var parts = page.sub_results.slice();
          parts.sort(function (a, b) { return b.locations.length - a.locations.length; });
          var links = parts.slice(0, 3).map(function (part) { return part.url; });
          return { links: [page.url].concat(links), title: page.meta.title, text: page.plain_excerpt };
        });
      };
    }
  };

  var find = ENGINES[document.currentScript.dataset.engine]();
  var box = document.querySelector(".mf-peer");
  var list = document.querySelector(".mf-results ul");

  window.ask = async function (text) {
    return (await find(text, 3)).slice(0, 8).map(function (result) {
      return result.links.map(function (link) { return new URL(link, document.baseURI).href; });
    });
  };

  async function show() {
    var text = box.value;
    var results = text ? await find(text, 1) : [];
    if (text !== box.value) return;
    list.replaceChildren.apply(list, results.slice(0, 8).map(function (result) {
      var item = document.createElement("li");
      var link = item.appendChild(document.createElement("a"));
      link.className = "mf-hit";
      link.href = result.links[0];
      link.textContent = result.title;
      item.appendChild(document.createElement("p")).textContent = result.text.slice(0, 100);
      return item;
    }));
  }

  box.addEventListener("input", show);
  show();
})();
