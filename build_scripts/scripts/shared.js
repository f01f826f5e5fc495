/* What several scripts need. A built script holds those that it names: each uses only those above it. */

/* The words of a label, with values in their places. When a script is built, its words stand in place of each call. */
export const label = (id, _values) => id;

/* A new element. Texts among what it holds stay text. */
export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

export const button = (text, act) => {
  const element = make("button", { type: "button", class: "mf-button" }, text);
  element.addEventListener("click", act);
  return element;
};

/* A part that is folded away opens when a link leads to it, or into it. */
const unfold = ({ hash }) => {
  const place = hash ? document.getElementById(hash.slice(1)) : null;
  let isFolded = false;
  for (let part = place?.closest("details"); part; part = part.parentNode.closest("details")) {
    isFolded = isFolded || !part.open;
    part.open = true;
  }
  if (isFolded) place.scrollIntoView();
};

export const unfoldForLinks = () => {
  unfold(window.location);
  window.addEventListener("hashchange", () => unfold(window.location));
  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href^='#']");
    if (link) unfold(link);
  });
};

/* A day such as 2026-11-22 in words. */
export const longDate = (day, parts = { day: "numeric", month: "long", year: "numeric" }) =>
  new Date(day).toLocaleDateString("en-GB", { timeZone: "UTC", ...parts });

/* The day of this device's own calendar. */
export const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

export const download = (text, type, name) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
};

const FOLDER = document.currentScript.src.replace(/[^/]*$/, "");

/* The address of a file that lies beside the scripts. */
export const besideScripts = (name) => FOLDER + name;

/* Goes on once the school's details are read: those of local-details.txt, or of the local.js that copies had before. */
export const afterDetails = (act) => {
  const own = document.querySelector("script[src$='local-details.txt']");
  if (window.localDetails !== undefined || !own) {
    act();
    return;
  }
  let older = document.querySelector("script[src$='local.js']");
  if (!older) {
    older = make("script", { src: own.src.replace(/local-details\.txt$/, "local.js") });
    document.head.append(older);
  }
  older.addEventListener("load", act);
  older.addEventListener("error", act);
};

/* Fetches another script of the folder; those asked for together run in order. */
export const fetchScript = (name, loaded, failed) => {
  const script = make("script", { src: besideScripts(name) });
  script.async = false;
  if (loaded) script.addEventListener("load", loaded);
  if (failed) script.addEventListener("error", failed);
  document.head.append(script);
};

/* Fetches styles of the folder; what they are for comes once they are there. */
export const fetchStyles = (name, loaded) => {
  const link = make("link", { rel: "stylesheet", href: besideScripts(name) });
  if (loaded) link.addEventListener("load", loaded);
  document.head.append(link);
};
