/* Which elements a selector means: names, classes, ids, attributes, and the ways from one to the next that we use. */

const PART =
  /^[a-z][\w-]*|\.(?<style>[\w-]+)|#(?<id>[\w-]+)|\[(?<name>[\w-]+)(?:(?<how>[$^]?)=["']?(?<value>[^"'\]]*)["']?)?\]|:(?<state>checked|scope)/gi;
const COMPARE = {
  "": (text, value) => text === value,
  $: (text, value) => text.endsWith(value),
  "^": (text, value) => text.startsWith(value),
};

const testOf = (text, { style, id, name, how, value, state }) => {
  if (style) return (element) => element.classList.contains(style);
  if (id) return (element) => element.id === id;
  if (name && value === undefined) return (element) => element.hasAttribute(name);
  if (name) return (element) => element.hasAttribute(name) && COMPARE[how](element.getAttribute(name), value);
  if (state === "scope") return (element, scope) => element === scope;
  return state === "checked" ? (element) => element.checked : (element) => element.localName === text;
};

const stepOf = (step) => {
  if (step === ">") return step;
  const parts = [...step.matchAll(PART)];
  if (parts.map(([text]) => text).join("") !== step) throw new Error(`the stand-in does not know ${step}`);
  const tests = parts.map((part) => testOf(part[0], part.groups));
  return (element, scope) => tests.every((test) => test(element, scope));
};

const known = new Map();
const choicesOf = (selector) => {
  if (!known.has(selector)) {
    known.set(
      selector,
      selector.split(",").map((choice) => choice.trim().split(/\s+/).map(stepOf)),
    );
  }
  return known.get(selector);
};

const fits = (element, steps, scope, last = steps.length - 1) => {
  if (!steps[last](element, scope)) return false;
  if (!last) return true;
  const around = element.parentNode;
  if (steps[last - 1] === ">") return Boolean(around) && fits(around, steps, scope, last - 2);
  for (let place = around; place; place = place.parentNode) if (fits(place, steps, scope, last - 1)) return true;
  return false;
};

/* Tells whether an element is one that a selector means; what is asked within it is its scope. */
export const matches = (element, selector, scope) => choicesOf(selector).some((steps) => fits(element, steps, scope));
