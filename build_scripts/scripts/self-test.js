/* The self-test: tries in this browser, at this place, what the site needs, and says in plain words what works. */
import { afterDetails, fetchScript, label, make } from "./shared.js";

const DOWNLOADS = { pdf: label("test-pdf"), docx: label("test-docx"), pptx: label("test-pptx") };
const SLOW = 8000;
const list = document.querySelector(".mf-test");
const message = document.querySelector(".mf-test-status");
const offer = document.querySelector(".mf-test-button");
const onDisk = location.protocol === "file:";
const counts = { waiting: 0, good: 0, bad: 0 };

const addLine = (what) => {
  const line = make("li", {}, make("strong", {}, `${what}: `));
  list.append(line);
  return line;
};

const sumUp = () => {
  const { waiting, good, bad } = counts;
  const result = label("test-result", { good, all: good + bad });
  if (waiting) message.textContent = label("test-waiting", { count: waiting });
  else message.textContent = bad ? `${result} ${label("test-see-help")}` : result;
};

/* Says of a line whether it works; null is for what only informs. */
const tell = (line, works, ...words) => {
  const verdict = works ? label("test-works") : label("test-does-not-work");
  line.append(make("strong", {}, works === null ? "" : `${verdict} `), ...words);
  if (works !== null) counts[works ? "good" : "bad"] += 1;
};

const show = (what, works, words) => tell(addLine(what), works, words);

/* Tries something that takes time; what says nothing for long does not work. */
const attempt = (what, start, late, end = () => {}) => {
  const line = addLine(what);
  let isOpen = true;
  const answer = (works, words) => {
    if (!isOpen) return;
    isOpen = false;
    counts.waiting -= 1;
    tell(line, works, words);
    sumUp();
    end();
  };
  counts.waiting += 1;
  setTimeout(() => answer(false, late), SLOW);
  start(answer);
};

const testPlace = () => {
  const server = location.protocol === "https:" ? label("test-from-https") : label("test-from-http");
  const address = label("test-address", { address: location.href.split("#")[0] });
  show(label("test-place"), null, `${onDisk ? label("test-from-disk") : server} ${address}`);
};

const testBrowser = () => {
  const works = "popover" in HTMLElement.prototype;
  show(label("test-browser"), works, works ? label("test-browser-recent") : label("test-browser-old"));
};

const testStyle = () => {
  const works = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim() !== "";
  show(label("test-style"), works, works ? label("test-style-here") : label("test-style-missing"));
};

const testTypeface = () => {
  const start = (answer) =>
    document.fonts.load("1rem Atkinson").then(
      ({ length }) => answer(length > 0, length ? label("test-typeface-here") : label("test-typeface-other")),
      () => answer(false, label("test-typeface-missing")),
    );
  attempt(label("test-typeface"), start, label("test-typeface-late"));
};

const testSearch = () => {
  const start = (answer) => {
    const failed = (event) => answer(false, label("test-file-missing", { name: event.target.src.replace(/.*\//, "") }));
    const loaded = () => {
      const works = Boolean(window.searchIndex);
      answer(works, works ? label("test-search-here") : label("test-search-changed"));
    };
    fetchScript("../search-index.js", () => fetchScript("find.js", loaded, failed), failed);
  };
  attempt(label("search"), start, label("test-search-late"));
};

const testDetails = () => {
  const own = window.localDetails;
  const count = own && typeof own === "object" ? Object.keys(own).length : 0;
  const older = document.querySelector("script[src$='local.js']") ? ` ${label("test-details-older")}` : "";
  const found = count ? label("test-details-filled", { count }) + older : label("test-details-neutral");
  show(label("test-details"), Boolean(own), own ? found : label("test-details-missing"));
};

const isThere = (address) =>
  fetch(address, { method: "HEAD", redirect: "error", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );

/* Old pages would still be found by those who have kept a link; a server that knows every address cannot be asked. */
const lookForOldFiles = async (answer, start) => {
  const { ok, text } = await fetch(list.dataset.removed).then(
    async (found) => ({ ok: found.ok, text: await found.text() }),
    () => ({ ok: false, text: "" }),
  );
  const names = text.split("\n").filter(Boolean);
  if (!ok) answer(false, label("test-old-files-no-list"));
  else if (names.length && (await isThere(`${start}no-file-has-this-name.html`))) {
    answer(null, label("test-old-files-unclear"));
  } else {
    const there = await Promise.all(names.map((name) => isThere(start + name)));
    const old = names.filter((_, at) => there[at]);
    answer(
      !old.length,
      old.length ? label("test-old-files-some", { names: old.join(", ") }) : label("test-old-files-none"),
    );
  }
};

const testOldFiles = () => {
  const what = label("test-old-files");
  const { removed } = list.dataset;
  if (onDisk) {
    const link = make("a", { href: removed }, "removed.txt");
    tell(addLine(what), null, label("test-old-files-disk"), " ", link);
    return;
  }
  attempt(what, (answer) => lookForOldFiles(answer, removed.replace(/removed\.txt$/, "")), label("test-no-answer"));
};

const testAge = () => {
  const count = Math.floor((Date.now() - Date.parse(document.body.dataset.built)) / 864e5);
  if (count < 0) show(label("age-of-copy"), false, label("test-clock-wrong"));
  else show(label("age-of-copy"), null, label("test-age", { count }));
};

const testOutside = () => {
  const isForeign = ({ protocol, origin }) => (onDisk ? protocol !== "file:" : origin !== location.origin);
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  const foreign = loaded.filter((name) => isForeign(new URL(name)));
  const words = foreign.length ? label("test-outside-some", { names: foreign.join(", ") }) : label("test-outside-none");
  show(label("test-outside"), !foreign.length, words);
};

const testDownload = (what, address) => {
  if (onDisk) {
    const link = make("a", { href: address }, label("test-open-one"));
    tell(addLine(what), null, label("test-not-from-disk"), " ", link, ".");
    return;
  }
  const start = (answer) =>
    fetch(address, { method: "HEAD", redirect: "error" }).then(
      ({ ok, status }) => answer(ok, ok ? label("test-download-sent") : label("test-download-refused", { status })),
      () => answer(false, label("test-download-stopped")),
    );
  attempt(what, start, label("test-no-answer"));
};

const testDownloads = () => {
  for (const [kind, what] of Object.entries(DOWNLOADS)) if (list.dataset[kind]) testDownload(what, list.dataset[kind]);
};

const testHeaders = () => {
  if (onDisk) return;
  const start = (answer) =>
    fetch(location.pathname, { method: "HEAD" }).then(
      ({ headers }) => {
        const hasPolicy = headers.get("content-security-policy")?.includes("frame-ancestors");
        answer(null, hasPolicy ? label("test-policy-sent") : label("test-policy-missing"));
      },
      () => answer(null, label("test-headers-unseen")),
    );
  attempt(label("test-headers"), start, label("test-no-answer"));
};

const testSecondWindow = () => {
  const address = `${location.href.split("#")[0]}#second`;
  let opened;
  const start = (answer) => {
    opened = window.open(address, "mf-test", "popup,width=400,height=300");
    addEventListener("message", ({ source }) => {
      if (source === opened) answer(true, label("test-second-window-works"));
    });
  };
  const end = () => {
    opened?.close();
    offer.hidden = true;
  };
  attempt(label("test-second-window"), start, label("test-second-window-missing"), end);
  sumUp();
};

const run = () => {
  for (const test of [
    testPlace,
    testBrowser,
    testStyle,
    testTypeface,
    testSearch,
    testDetails,
    testAge,
    testOutside,
    testDownloads,
    testHeaders,
    testOldFiles, // last, since its answer may be long and would move what stands below
  ]) {
    test();
  }
  show(label("test-scripts"), true, label("test-scripts-run"));
  sumUp();
  offer.querySelector("button").addEventListener("click", testSecondWindow, { once: true });
};

if (location.hash === "#second" && window.opener) window.opener.postMessage("here", "*");
else afterDetails(run);
