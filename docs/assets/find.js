/*
 * Finds places for what a reader types. MiniSearch scores words; this file knows what words mean the same, mends
 * spellings, and gives one result a page. Nothing is asked of a server, so it also works where pages are opened from
 * a disk.
 */
(function () {
  "use strict";
  var WEIGHT = {
    same: 0.56, leads: 0.4, begun: 0.6, fuzzy: 0.4, joined: 1, common: 0.3, asked: 75, fits: 0.32, partly: 0.18, alone: 0.9
  };
  var FIELDS = { title: 1.6, names: 2, extract: 1.4, words: 1 };
  var KINDS = { Correction: 0.4, Figure: 0.7, "Word to use": 0.7, "Law and guidance": 0.65, Word: 0.55, Helpline: 0.85 };
  var WHOLE = ["Guidance", "Type of behaviour", "Question", "For young people", "Page"];
  var LONGEST = 6;
  var COMMON = ("a about all am an and any are as at be been but by can could did do does for from get got had has have he " +
    "her hers him his how i if in is it its just know me my need of on or our out she should so some that the their " +
    "them then there they this to up was we were what when where which who why will with would you your").split(" ");

  function tokens(text) {
    var plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’']s\b|[’']/g, "");
    return plain.match(/[a-z0-9]+/g) || [];
  }

  /* Word forms meet in one stem: share, shares, shared, sharing. */
  function stem(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    var root = word.replace(/ies$|ied$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^su])s$/, "$1");
    var cut = root.replace(/(ing|ed)$/, "");
    if (cut !== root && cut.length > 2 && /[aeiouy]/.test(cut)) root = cut.replace(/([^aeiouls])\1$/, "$1");
    return root.length > 3 ? root.replace(/e$/, "") : root;
  }

  function stems(text) {
    return tokens(text).map(stem);
  }

  function Finder(index) {
    var finder = this;
    this.places = index.places.map(function (row, id) {
      return {
        id: id, address: row[0], kind: row[1], title: row[2], names: row[3].replace(/\|/g, " . "), extract: row[4],
        words: row[5], phone: row[6], page: row[0].split("#")[0]
      };
    });
    this.mini = new window.MiniSearch({
      fields: Object.keys(FIELDS), tokenize: tokens, processTerm: stem,
      searchOptions: { boost: FIELDS, tokenize: function (text) { return text.split(" "); }, processTerm: function (word) { return word; } }
    });
    this.mini.addAll(this.places);
    this.found = {};
    this.pages = {};
    this.places.forEach(function (place) {
      if (place.address === place.page) finder.pages[place.page] = place;
    });
    this.asked = index.places.map(function (row) {
      return [row[2]].concat(row[3] ? row[3].split("|") : []).map(function (text) { return finder.telling(stems(text)); });
    });
    this.means = new Map();
    index.same.forEach(function (group) { finder.link(group, group, WEIGHT.same); });
    index.leads.forEach(function (pair) { finder.link(pair[0], pair[1], WEIGHT.leads); });
    this.misspelt = new Map(Object.keys(index.misspelt).map(function (wrong) { return [wrong, index.misspelt[wrong]]; }));
  }

  Finder.prototype.link = function (from, to, weight) {
    var means = this.means;
    from.forEach(function (phrase) {
      var key = stems(phrase).join(" ");
      var known = means.get(key) || [];
      to.forEach(function (other) {
        var words = stems(other).join(" ");
        if (words !== key) known.push({ words: words, weight: weight });
      });
      means.set(key, known);
    });
  };

  /* The words that tell one question from another; all of them when every word is common. */
  Finder.prototype.telling = function (words) {
    var rare = words.filter(function (word) { return COMMON.indexOf(word) < 0; });
    return new Set(rare.length ? rare : words);
  };

  /* Scores of places for a word or phrase, by place; a phrase counts where all its words stand. */
  Finder.prototype.scores = function (phrase, options) {
    var key = phrase + JSON.stringify(options || {});
    if (!this.found[key]) {
      var hits = this.mini.search(phrase, Object.assign({ combineWith: "AND" }, options));
      this.found[key] = new Map(hits.map(function (hit) { return [hit.id, hit.score]; }));
    }
    return this.found[key];
  };

  /* Splits a query into known phrases, the longest first, and single words. */
  Finder.prototype.units = function (words) {
    var units = [];
    for (var at = 0; at < words.length;) {
      var length = Math.min(LONGEST, words.length - at);
      while (length > 1 && !this.means.has(words.slice(at, at + length).join(" "))) length -= 1;
      units.push(words.slice(at, at + length).join(" "));
      at += length;
    }
    return units;
  };

  /* Scores of places for one unit of a query: as typed, by other words for it, by its beginning, nearly, or as one
     word with the next. */
  Finder.prototype.unit = function (phrase, typing, next) {
    var best = new Map();

    function add(scores, weight) {
      scores.forEach(function (score, id) {
        if (score * weight > (best.get(id) || 0)) best.set(id, score * weight);
      });
    }

    add(this.scores(phrase), share(phrase) * (COMMON.indexOf(phrase) < 0 ? 1 : WEIGHT.common));
    (this.means.get(phrase) || []).forEach(function (other) {
      add(this.scores(other.words), share(other.words) * other.weight);
    }, this);
    if (next) add(this.scores(phrase + next), WEIGHT.joined);
    if (typing && phrase.length > 2) add(this.scores(phrase, { prefix: true }), share(phrase) * WEIGHT.begun);
    if (!best.size && phrase.indexOf(" ") < 0 && phrase.length > 3) {
      add(this.scores(phrase, { fuzzy: phrase.length > 6 ? 2 : 1, prefix: typing }), WEIGHT.fuzzy);
    }
    return best;
  };

  /* A phrase of many words is not worth their sum. */
  function share(phrase) {
    return 1 / Math.pow(phrase.split(" ").length, 0.8);
  }

  /* How well a question that a place answers fits what was typed: 1 when both have the same telling words. */
  Finder.prototype.fit = function (questions, typed) {
    return questions.reduce(function (best, question) {
      var both = 0;
      question.forEach(function (word) { if (typed.has(word)) both += 1; });
      var fit = both / (question.size + typed.size - both);
      return Math.max(best, fit);
    }, 0);
  };

  Finder.prototype.mend = function (text) {
    var misspelt = this.misspelt;
    return tokens(text).map(function (word) { return misspelt.get(word) || word; }).join(" ");
  };

  /* Returns results, the best first: a place, with the further places of its page that fit. */
  Finder.prototype.find = function (text) {
    var words = stems(this.mend(text));
    if (!words.length) return [];
    var typed = this.telling(words);
    var units = this.units(words).map(function (phrase, at, all) { 
      return this.unit(phrase, at === all.length - 1, all[at + 1]);
    }, this);
    var pages = new Map();

    function result(place) {
      var key = WHOLE.indexOf(place.kind) < 0 ? place.address : place.page;
      if (!pages.has(key)) pages.set(key, { best: [], places: new Map(), asked: 0 });
      return pages.get(key);
    }

    units.forEach(function (scores, at) {
      scores.forEach(function (score, id) {
        var page = result(this.places[id]);
        page.best[at] = Math.max(page.best[at] || 0, score);
        page.places.set(id, (page.places.get(id) || 0) + score);
      }, this);
    }, this);
    this.asked.forEach(function (questions, id) {
      var fit = this.fit(questions, typed);
      if (fit < WEIGHT.fits) return;
      var page = result(this.places[id]);
      page.asked = Math.max(page.asked, fit);
      page.places.set(id, (page.places.get(id) || 0) + WEIGHT.asked * fit * fit);
    }, this);
    return Array.from(pages.values()).map(function (page) { return this.weigh(page, units.length); }, this)
      .sort(function (a, b) { return b.score - a.score || a.place.id - b.place.id; });
  };

  /* A page is worth its best place, what its places have together, and how well it answers the whole question. */
  Finder.prototype.weigh = function (page, count) {
    var places = this.places;
    var order = Array.from(page.places).sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
    var met = 0;
    var sum = page.best.reduce(function (all, score) {
      met += 1;
      return all + score;
    }, 0);
    var covered = WEIGHT.partly + (1 - WEIGHT.partly) * Math.max(met / count, page.asked);
    var place = places[order[0][0]];
    var words = (WEIGHT.alone * order[0][1] + (1 - WEIGHT.alone) * sum) * covered * (KINDS[place.kind] || 1);
    return {
      place: place,
      more: order.slice(1, 3).map(function (entry) { return places[entry[0]]; }),
      score: words + WEIGHT.asked * page.asked * page.asked
    };
  };

  window.Finder = Finder;
})();
