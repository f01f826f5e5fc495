/*
 * Finds places for what a reader types: scores words, knows what words mean the same, mends spellings, and gives one
 * result a page. Nothing is asked of a server, so it also works where pages are opened from a disk.
 */
const WEIGHT = {
  same: 0.56,
  leads: 0.4,
  begun: 0.6,
  fuzzy: 0.4,
  joined: 1,
  common: 0.3,
  asked: 75,
  exact: 1.1,
  fits: 0.32,
  partly: 0.18,
  alone: 0.9,
  telling: 5,
  unknown: 3,
};
/* Title, names, extract, and the rest of the words. */
const FIELDS = [1.6, 2, 1.4, 1];
const REST = 3;
/* BM25+: how soon more of the same word stops counting, how much long texts lose, what holding a word is worth. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };
const NEAR = { begun: 0.375, fuzzy: 0.45 };
/* What places of a kind are worth, and kinds of which a page is one result as a whole. */
const WORTH = { correction: 0.4, figure: 0.7, "preferred-word": 0.7, document: 0.65, term: 0.55, service: 0.85 };
const WHOLE = ["guidance", "behaviour", "question", "young-people", "page"];
const LONGEST = 6;
const known = new Map();

const tokens = (text) => {
  const plain = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]|[’']s\b|[’']/g, "");
  return plain.match(/[a-z0-9]+/g) || [];
};

/* Word forms meet in one stem: share, shares, shared, sharing. */
const cutToStem = (word) => {
  if (word.length < 4 || /\d/.test(word)) return word;
  let root = word
    .replace(/ies$|ied$/, "y")
    .replace(/(ss|sh|ch|x|z)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const cut = root.replace(/(ing|ed)$/, "");
  if (cut !== root && cut.length > 2 && /[aeiouy]/.test(cut)) root = cut.replace(/([^aeiouls])\1$/, "$1");
  return root.length > 3 ? root.replace(/e$/, "") : root;
};

const stem = (word) => {
  if (!known.has(word)) known.set(word, cutToStem(word));
  return known.get(word);
};

const stems = (text) => tokens(text).map(stem);
const phrases = (texts) => [...new Set(texts.map((text) => stems(text).join(" ")))];

/* A phrase of many words is not worth their sum. */
const share = (phrase) => 1 / phrase.split(" ").length ** 0.8;

/* What a map holds under a key, made when there is nothing yet. */
const under = (map, key, create) => {
  if (!map.has(key)) map.set(key, create());
  return map.get(key);
};

const add = (map, key, value) => map.set(key, (map.get(key) || 0) + value);

const raise = (map, key, value) => {
  if (value > (map.get(key) || 0)) map.set(key, value);
};

/* How many letters have to change, or to change places with the next, to make one word of another; anything above the
   most is as good as the most + 1. */
const apart = (a, b, most) => {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  let before = above;
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1;
      line[column] = Math.min(above[column - 1] + other, above[column] + 1, line[column - 1] + 1);
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) line[column] = Math.min(line[column], before[column - 2] + 1);
    }
    if (Math.min(...line) > most) return most + 1;
    before = above;
    above = line;
  }
  return above[b.length];
};

const unpack = (entries) => {
  const fields = FIELDS.map(() => new Map());
  for (const entry of entries) {
    let id = 0;
    if (typeof entry === "number") add(fields[entry % FIELDS.length], Math.floor(entry / FIELDS.length), 1);
    else {
      for (const step of entry.split(",")) {
        id += Number(step);
        add(fields[REST], id, 1);
      }
    }
  }
  return fields;
};

/* Which places hold a term, and in which of their fields how often. Where it stands is unpacked when asked. */
class Terms {
  constructor(fields, index) {
    this.count = index.title.length;
    this.packed = new Map();
    this.unpacked = new Map();
    this.lengths = [...fields.map((places, field) => this.addField(places, field)), index.more];
    this.means = this.lengths.map((each) => each.reduce((sum, length) => sum + length, 0) / this.count);
    const steps = index.steps.split(" ");
    for (const [at, word] of index.words.split(" ").entries()) this.pack(stem(word), steps[at]);
  }

  /* Notes under a term the field and place where it stands as one number, or the steps between places as text. */
  pack(term, entry) {
    under(this.packed, term, () => []).push(entry);
  }

  /* Takes in the words of one field of every place and returns how many different ones each has. */
  addField(places, field) {
    return places.map((words, id) => {
      for (const word of words) this.pack(stem(word), id * FIELDS.length + field);
      return new Set(words).size;
    });
  }

  /* Returns how often places hold a term, by field and place. */
  places(term) {
    return under(this.unpacked, term, () => unpack(this.packed.get(term) || []));
  }

  /* How rare a term is, by how often it stands anywhere. */
  rarity(term) {
    const held = (entry) => (typeof entry === "number" ? 1 : entry.split(",").length);
    const times = (this.packed.get(term) || []).reduce((sum, entry) => sum + held(entry), 0);
    return times ? Math.log(1 + this.count / times) : WEIGHT.unknown;
  }

  /* Adds to scores what places are worth for one term. */
  score(scores, term, weight) {
    this.places(term).forEach((places, field) => {
      const rare = Math.log(1 + (this.count - places.size + 0.5) / (places.size + 0.5));
      for (const [id, times] of places) {
        const length = 1 - BM25.b + (BM25.b * this.lengths[field][id]) / this.means[field];
        const often = BM25.d + (times * (BM25.k + 1)) / (times + BM25.k * length);
        add(scores, id, weight * FIELDS[field] * rare * often);
      }
    });
  }

  /* Scores of places for a term, and for those that begin like it or are at most so many letters away. */
  find(term, begun, away) {
    const scores = new Map();
    this.score(scores, term, 1);
    if (!begun && !away) return scores;
    for (const other of this.packed.keys()) {
      const more = other.length - term.length;
      if (begun && more > 0 && other.startsWith(term)) {
        this.score(scores, other, (NEAR.begun * other.length) / (other.length + 0.3 * more));
      } else if (away && other !== term && Math.abs(more) <= away) {
        const distance = apart(term, other, away);
        if (distance <= away) this.score(scores, other, (NEAR.fuzzy * other.length) / (other.length + distance));
      }
    }
    return scores;
  }
}

class Finder {
  constructor(index) {
    const titles = index.title.map(tokens);
    const names = index.names.map((text) => (text ? text.split("|").map(tokens) : []));
    this.places = index.title.map((_, id) => this.place(index, id));
    this.pages = Object.fromEntries(
      this.places.filter((place) => place.address === place.page).map((place) => [place.page, place]),
    );
    this.terms = new Terms([titles, names.map((each) => each.flat()), index.extract.map(tokens)], index);
    this.common = new Set(index.common);
    this.found = new Map();
    this.questions = [];
    this.asking = new Map();
    this.worth = new Map();
    titles.forEach((title, id) => {
      for (const words of [title, ...names[id]]) this.learn(words.map(stem), id);
    });
    this.means = new Map();
    for (const group of index.same) this.link(group, group, WEIGHT.same);
    for (const [from, to] of index.leads) this.link(from, to, WEIGHT.leads);
    this.misspelt = new Map(Object.entries(index.misspelt));
  }

  place(index, id) {
    const page = index.pages[index.page[id]];
    const [kind, kindName] = index.kinds[index.kind[id]];
    const address = index.anchor[id] ? `${page}#${index.anchor[id]}` : page;
    return {
      id,
      page,
      address,
      kind,
      kindName,
      title: index.title[id],
      extract: index.extract[id],
      phone: index.phone[id],
    };
  }

  /* Remembers a question that a place answers, by its telling words. */
  learn(words, place) {
    const telling = this.telling(words);
    const number = this.questions.push({ place, telling, whole: words.join(" ") }) - 1;
    for (const word of telling) under(this.asking, word, () => []).push(number);
  }

  link(from, to, weight) {
    const others = { words: phrases(to), weight };
    for (const phrase of phrases(from)) under(this.means, phrase, () => []).push(others);
  }

  /* The words that tell one question from another; all of them when every word is common. */
  telling(words) {
    const rare = words.filter((word) => !this.common.has(word));
    return new Set(rare.length ? rare : words);
  }

  /* Scores of places for a word or phrase, by place; a phrase counts where all its words stand. */
  scores(phrase, begun, away) {
    return under(this.found, [phrase, begun, away].join("/"), () => {
      const words = phrase.split(" ");
      const [first, ...others] = words.map((word) => this.terms.find(word, begun, away));
      const all = new Map();
      for (const [id, score] of first) {
        if (!others.every((scores) => scores.has(id))) continue;
        all.set(id, new Set(words).size * others.reduce((sum, scores) => sum + scores.get(id), score));
      }
      return all;
    });
  }

  /* Splits a query into known phrases, the longest first, and single words. */
  units(words) {
    const units = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(LONGEST, words.length - at);
      while (length > 1 && !this.means.has(words.slice(at, at + length).join(" "))) length -= 1;
      units.push(words.slice(at, at + length).join(" "));
      at += length;
    }
    return units;
  }

  /* Scores of places for one unit of a query: as typed, by other words for it, by its beginning, nearly, or as one
     word with the next. */
  unit(phrase, typing, next) {
    const best = new Map();
    const take = (scores, weight) => {
      for (const [id, score] of scores) raise(best, id, score * weight);
    };
    take(this.scores(phrase), share(phrase) * (this.common.has(phrase) ? WEIGHT.common : 1));
    for (const { words, weight } of this.means.get(phrase) || []) {
      for (const other of words) if (other !== phrase) take(this.scores(other), share(other) * weight);
    }
    if (next) take(this.scores(phrase + next), WEIGHT.joined);
    if (typing && phrase.length > 2) take(this.scores(phrase, true), share(phrase) * WEIGHT.begun);
    if (!best.size && !phrase.includes(" ") && phrase.length > 3) {
      take(this.scores(phrase, typing, phrase.length > 6 ? 2 : 1), WEIGHT.fuzzy);
    }
    return best;
  }

  /* What telling words are worth together: a rare one says more of what is asked. */
  tells(words) {
    let sum = 0;
    for (const word of words) sum += under(this.worth, word, () => WEIGHT.telling + this.terms.rarity(word));
    return sum;
  }

  /* How well the questions that places answer fit what was typed, by place: 1 when the telling words are the same, and
     more when all words are, since «my phone» and «his phone» are asked by different people. */
  fits(typed, whole) {
    const met = new Map();
    const best = new Map();
    const asked = this.tells(typed);
    for (const word of typed) for (const number of this.asking.get(word) || []) add(met, number, this.tells([word]));
    for (const [number, both] of met) {
      const question = this.questions[number];
      const fit =
        (both / (this.tells(question.telling) + asked - both)) * (question.whole === whole ? WEIGHT.exact : 1);
      if (fit >= WEIGHT.fits) raise(best, question.place, fit);
    }
    return best;
  }

  mend(text) {
    return tokens(text)
      .map((word) => this.misspelt.get(word) || word)
      .join(" ");
  }

  /* Returns results, the best first: one place of each page. */
  find(text) {
    const words = stems(this.mend(text));
    if (!words.length) return [];
    const pages = new Map();
    const resultOf = (id) => {
      const place = this.places[id];
      const key = WHOLE.includes(place.kind) ? place.page : place.address;
      return under(pages, key, () => ({ best: [], places: new Map(), asked: 0 }));
    };
    const units = this.units(words);
    units.forEach((phrase, at) => {
      for (const [id, score] of this.unit(phrase, at === units.length - 1, units[at + 1])) {
        const page = resultOf(id);
        page.best[at] = Math.max(page.best[at] || 0, score);
        add(page.places, id, score);
      }
    });
    for (const [id, fit] of this.fits(this.telling(words), words.join(" "))) {
      const page = resultOf(id);
      page.asked = Math.max(page.asked, fit);
      add(page.places, id, WEIGHT.asked * fit * fit);
    }
    return Array.from(pages.values(), (page) => this.weigh(page, units.length)).sort(
      (a, b) => b.score - a.score || a.place.id - b.place.id,
    );
  }

  /* A page is worth its best place, what its places have together, and how well it answers the whole question. */
  weigh(page, count) {
    const [[id, best]] = [...page.places].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const met = Object.values(page.best);
    const sum = met.reduce((all, score) => all + score, 0);
    const covered = WEIGHT.partly + (1 - WEIGHT.partly) * Math.max(met.length / count, page.asked);
    const place = this.places[id];
    const words = (WEIGHT.alone * best + (1 - WEIGHT.alone) * sum) * covered * (WORTH[place.kind] || 1);
    return { place, score: words + WEIGHT.asked * page.asked * page.asked };
  }
}

window.Finder = Finder;
