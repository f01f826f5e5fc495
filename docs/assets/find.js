/*
 * Finds places for what a reader types: scores words, knows what words mean the same, mends spellings, and gives one
 * result a page. Nothing is asked of a server, so it also works where pages are opened from a disk.
 */
(function () {
  "use strict";
  var WEIGHT = {
    same: 0.56, leads: 0.4, begun: 0.6, fuzzy: 0.4, joined: 1, common: 0.3, asked: 75, fits: 0.32, partly: 0.18,
    alone: 0.9
  };
  /* Title, names, extract, and the rest of the words. */
  var FIELDS = [1.6, 2, 1.4, 1];
  var REST = 3;
  /* BM25+: how soon more of the same word stops counting, how much long texts lose, what holding a word is worth. */
  var BM25 = { k: 1.2, b: 0.7, d: 0.5 };
  var NEAR = { begun: 0.375, fuzzy: 0.45 };
  var KINDS = {
    Correction: 0.4, Figure: 0.7, "Word to use": 0.7, "Law and guidance": 0.65, Word: 0.55, Helpline: 0.85
  };
  var WHOLE = ["Guidance", "Type of behaviour", "Question", "For young people", "Page"];
  var LONGEST = 6;
  var COMMON = new Set(("a about all am an and any are as at be been but by can could did do does for from get " +
    "got had has have he her hers him his how i if in is it its just know me my need of on or our out she should so " +
    "some that the their them then there they this to up was we were what when where which who why will with would " +
    "you your").split(" "));
  var known = new Map();

  function tokens(text) {
    var plain = text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]|[’']s\b|[’']/g, "");
    return plain.match(/[a-z0-9]+/g) || [];
  }

  /* Word forms meet in one stem: share, shares, shared, sharing. */
  function stem(word) {
    if (!known.has(word)) known.set(word, stemmed(word));
    return known.get(word);
  }

  function stemmed(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    var root = word.replace(/ies$|ied$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^su])s$/, "$1");
    var cut = root.replace(/(ing|ed)$/, "");
    if (cut !== root && cut.length > 2 && /[aeiouy]/.test(cut)) root = cut.replace(/([^aeiouls])\1$/, "$1");
    return root.length > 3 ? root.replace(/e$/, "") : root;
  }

  function stems(text) {
    return tokens(text).map(stem);
  }

  /* Which places hold a term, and in which of their fields how often. Where it stands is unpacked when asked. */
  function Terms(fields, index) {
    this.count = index.title.length;
    this.packed = new Map();
    this.unpacked = new Map();
    this.lengths = fields.map(this.addField, this).concat([index.more]);
    this.means = this.lengths.map(function (lengths) {
      return lengths.reduce(function (sum, length) { return sum + length; }, 0) / lengths.length;
    });
    var steps = index.steps.split(" ");
    index.words.split(" ").forEach(function (word, at) { this.pack(stem(word), steps[at]); }, this);
  }

  /* Notes under a term the field and place where it stands as one number, or the steps between places as text. */
  Terms.prototype.pack = function (term, entry) {
    var entries = this.packed.get(term);
    if (entries) entries.push(entry);
    else this.packed.set(term, [entry]);
  };

  /* Takes in the words of one field of every place and returns how many different ones each has. */
  Terms.prototype.addField = function (places, field) {
    return places.map(function (words, id) {
      words.forEach(function (word) { this.pack(stem(word), id * FIELDS.length + field); }, this);
      return new Set(words).size;
    }, this);
  };

  /* Returns how often places hold a term, by field and place. */
  Terms.prototype.places = function (term) {
    if (!this.unpacked.has(term)) this.unpacked.set(term, unpack(this.packed.get(term) || []));
    return this.unpacked.get(term);
  };

  function unpack(entries) {
    var fields = [];

    function hold(field, id) {
      var places = fields[field] = fields[field] || new Map();
      places.set(id, (places.get(id) || 0) + 1);
    }

    entries.forEach(function (entry) {
      var id = 0;
      if (typeof entry === "number") hold(entry % FIELDS.length, Math.floor(entry / FIELDS.length));
      else entry.split(",").forEach(function (step) { hold(REST, id += Number(step)); });
    });
    return fields;
  }

  /* Adds to scores what places are worth for one term. */
  Terms.prototype.score = function (scores, term, weight) {
    this.places(term).forEach(function (places, field) {
      var rare = Math.log(1 + (this.count - places.size + 0.5) / (places.size + 0.5));
      var lengths = this.lengths[field];
      places.forEach(function (times, id) {
        var length = 1 - BM25.b + BM25.b * lengths[id] / this.means[field];
        var often = BM25.d + times * (BM25.k + 1) / (times + BM25.k * length);
        scores.set(id, (scores.get(id) || 0) + weight * FIELDS[field] * rare * often);
      }, this);
    }, this);
  };

  /* Scores of places for a term, and for those that begin like it or are at most so many letters away. */
  Terms.prototype.find = function (term, begun, away) {
    var scores = new Map();
    this.score(scores, term, 1);
    if (begun || away) this.packed.forEach(function (entries, other) {
      var more = other.length - term.length;
      if (other === term) return;
      if (begun && more > 0 && other.startsWith(term)) {
        this.score(scores, other, NEAR.begun * other.length / (other.length + 0.3 * more));
      } else if (away && Math.abs(more) <= away) {
        var distance = apart(term, other, away);
        if (distance <= away) this.score(scores, other, NEAR.fuzzy * other.length / (other.length + distance));
      }
    }, this);
    return scores;
  };

  /* How many letters have to change to make one word of another; anything above the most is as good as the most + 1. */
  function apart(a, b, most) {
    var above = [];
    for (var column = 0; column <= b.length; column += 1) above[column] = column;
    for (var row = 1; row <= a.length; row += 1) {
      var line = [row];
      for (column = 1; column <= b.length; column += 1) {
        var same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1;
        line[column] = Math.min(above[column - 1] + same, above[column] + 1, line[column - 1] + 1);
      }
      if (Math.min.apply(null, line) > most) return most + 1;
      above = line;
    }
    return above[b.length];
  }

  function Finder(index) {
    this.places = index.title.map(function (title, id) {
      var page = index.pages[index.page[id]];
      return {
        id: id, page: page, address: index.anchor[id] ? page + "#" + index.anchor[id] : page,
        kind: index.kinds[index.kind[id]], title: title, extract: index.extract[id], phone: index.phone[id]
      };
    });
    this.pages = {};
    this.places.forEach(function (place) {
      if (place.address === place.page) this.pages[place.page] = place;
    }, this);
    var titles = index.title.map(tokens);
    var names = index.names.map(function (text) { return text ? text.split("|").map(tokens) : []; });
    var allNames = names.map(function (each) { return each.flat(); });
    this.terms = new Terms([titles, allNames, index.extract.map(tokens)], index);
    this.found = new Map();
    this.questions = [];
    this.asking = new Map();
    titles.forEach(function (title, id) {
      [title].concat(names[id]).forEach(function (words) { this.learn(words.map(stem), id); }, this);
    }, this);
    this.means = new Map();
    index.same.forEach(function (group) { this.link(group, group, WEIGHT.same); }, this);
    index.leads.forEach(function (pair) { this.link(pair[0], pair[1], WEIGHT.leads); }, this);
    this.misspelt = new Map(Object.entries(index.misspelt));
  }

  /* Remembers a question that a place answers, by its telling words. */
  Finder.prototype.learn = function (words, id) {
    var telling = this.telling(words);
    var number = this.questions.push({ place: id, size: telling.size }) - 1;
    telling.forEach(function (word) {
      if (!this.asking.has(word)) this.asking.set(word, []);
      this.asking.get(word).push(number);
    }, this);
  };

  Finder.prototype.link = function (from, to, weight) {
    var others = { words: phrases(to), weight: weight };
    phrases(from).forEach(function (phrase) {
      if (!this.means.has(phrase)) this.means.set(phrase, []);
      this.means.get(phrase).push(others);
    }, this);
  };

  function phrases(texts) {
    return Array.from(new Set(texts.map(function (text) { return stems(text).join(" "); })));
  }

  /* The words that tell one question from another; all of them when every word is common. */
  Finder.prototype.telling = function (words) {
    var rare = words.filter(function (word) { return !COMMON.has(word); });
    return new Set(rare.length ? rare : words);
  };

  /* Scores of places for a word or phrase, by place; a phrase counts where all its words stand. */
  Finder.prototype.scores = function (phrase, begun, away) {
    var key = [phrase, begun, away].join("/");
    if (!this.found.has(key)) {
      var words = phrase.split(" ");
      var each = words.map(function (word) { return this.terms.find(word, begun, away); }, this);
      var all = new Map();
      each[0].forEach(function (score, id) {
        if (each.every(function (scores) { return scores.has(id); })) {
          all.set(id, new Set(words).size * each.reduce(function (sum, scores) { return sum + scores.get(id); }, 0));
        }
      });
      this.found.set(key, all);
    }
    return this.found.get(key);
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

    add(this.scores(phrase), share(phrase) * (COMMON.has(phrase) ? WEIGHT.common : 1));
    (this.means.get(phrase) || []).forEach(function (others) {
      others.words.forEach(function (other) {
        if (other !== phrase) add(this.scores(other), share(other) * others.weight);
      }, this);
    }, this);
    if (next) add(this.scores(phrase + next), WEIGHT.joined);
    if (typing && phrase.length > 2) add(this.scores(phrase, true), share(phrase) * WEIGHT.begun);
    if (!best.size && phrase.indexOf(" ") < 0 && phrase.length > 3) {
      add(this.scores(phrase, typing, phrase.length > 6 ? 2 : 1), WEIGHT.fuzzy);
    }
    return best;
  };

  /* A phrase of many words is not worth their sum. */
  function share(phrase) {
    return 1 / Math.pow(phrase.split(" ").length, 0.8);
  }

  /* How well the questions that places answer fit what was typed, by place: 1 when the telling words are the same. */
  Finder.prototype.fits = function (typed) {
    var met = new Map();
    var best = new Map();
    typed.forEach(function (word) {
      (this.asking.get(word) || []).forEach(function (number) { met.set(number, (met.get(number) || 0) + 1); });
    }, this);
    met.forEach(function (both, number) {
      var question = this.questions[number];
      var fit = both / (question.size + typed.size - both);
      if (fit >= WEIGHT.fits) best.set(question.place, Math.max(fit, best.get(question.place) || 0));
    }, this);
    return best;
  };

  Finder.prototype.mend = function (text) {
    var misspelt = this.misspelt;
    return tokens(text).map(function (word) { return misspelt.get(word) || word; }).join(" ");
  };

  /* Returns results, the best first: one place of each page. */
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
    this.fits(typed).forEach(function (fit, id) {
      var page = result(this.places[id]);
      page.asked = Math.max(page.asked, fit);
      page.places.set(id, (page.places.get(id) || 0) + WEIGHT.asked * fit * fit);
    }, this);
    return Array.from(pages.values()).map(function (page) { return this.weigh(page, units.length); }, this)
      .sort(function (a, b) { return b.score - a.score || a.place.id - b.place.id; });
  };

  /* A page is worth its best place, what its places have together, and how well it answers the whole question. */
  Finder.prototype.weigh = function (page, count) {
    var best = Array.from(page.places).sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; })[0];
    var met = 0;
    var sum = page.best.reduce(function (all, score) {
      met += 1;
      return all + score;
    }, 0);
    var covered = WEIGHT.partly + (1 - WEIGHT.partly) * Math.max(met / count, page.asked);
    var place = this.places[best[0]];
    var words = (WEIGHT.alone * best[1] + (1 - WEIGHT.alone) * sum) * covered * (KINDS[place.kind] || 1);
    return {
      place: place,
      score: words + WEIGHT.asked * page.asked * page.asked
    };
  };

  window.Finder = Finder;
})();
