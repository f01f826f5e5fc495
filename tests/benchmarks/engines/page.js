/*
 * One way to ask and to show results for every engine that has none of its own. The engine is told by the script's
 * data-engine; each is used as its documentation shows, with titles weighted and nothing tuned.
 */
(() => {
  const FIELDS = ["title", "names", "text"];
  const places = window.places;

  function addresses(ids) {
    return ids.map((id) => ({ links: [places[id].address], title: places[id].title, text: places[id].text }));
  }

  const ENGINES = {
    lunr: () => {
      const lunr = window.lunr;
      const index = lunr(function () {
        this.ref("id");
        this.field("title", { boost: 2 });
        this.field("names");
        this.field("text");
        places.forEach(function (place) {
          this.add(place);
        }, this);
      });
      return (text) => {
        const found = index.query((query) => {
          lunr.tokenizer(text).forEach((token) => {
            const word = token.toString();
            query.term(word, { boost: 10 });
            query.term(word, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
          });
        });
        return addresses(found.map((hit) => Number(hit.ref)));
      };
    },
    minisearch: () => {
      const index = new window.MiniSearch({ fields: FIELDS });
      index.addAll(places);
      return (text) => {
        const found = index.search(text, { prefix: true, fuzzy: 0.2, boost: { title: 2 } });
        return addresses(found.map((hit) => hit.id));
      };
    },
    flexsearch: () => {
      const index = new window.FlexSearch.Document({ document: { id: "id", index: FIELDS }, tokenize: "forward" });
      places.forEach((place) => {
        index.add(place);
      });
      return (text) => {
        const found = index.search(text, { limit: 8, suggest: true, merge: true });
        return addresses(found.map((hit) => hit.id));
      };
    },
    pagefind: () => {
      const engine = import(new URL("pagefind/pagefind.js", document.baseURI));
      return async (text, count) => {
        const results = (await (await engine).search(text)).results;
        const pages = await Promise.all(results.slice(0, count).map((result) => result.data()));
        return pages.map((page) => {
          const parts = page.sub_results.slice();
          parts.sort((a, b) => b.locations.length - a.locations.length);
          const links = parts.slice(0, 3).map((part) => part.url);
          return { links: [page.url].concat(links), title: page.meta.title, text: page.plain_excerpt };
        });
      };
    },
  };

  const find = ENGINES[document.currentScript.dataset.engine]();
  const box = document.querySelector(".mf-peer");
  const list = document.querySelector(".mf-results ul");

  window.ask = async (text) =>
    (await find(text, 3)).slice(0, 8).map((result) => result.links.map((link) => new URL(link, document.baseURI).href));

  async function show() {
    const text = box.value;
    const results = text ? await find(text, 1) : [];
    if (text !== box.value) return;
    list.replaceChildren.apply(
      list,
      results.slice(0, 8).map((result) => {
        const item = document.createElement("li");
        const link = item.appendChild(document.createElement("a"));
        link.className = "mf-hit";
        link.href = result.links[0];
        link.textContent = result.title;
        item.appendChild(document.createElement("p")).textContent = result.text.slice(0, 100);
        return item;
      }),
    );
  }

  box.addEventListener("input", show);
  show();
})();
