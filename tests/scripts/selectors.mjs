/* Which elements a selector means: names, classes, ids, attributes, and the ways from one to the next that we use. */

const PART =
  /^[a-z][\w-]*|\.(?<style>[\w-]+)|#(?<id>[\w-]+)|\[(?<name>[\w-]+)(?:(?<how>[$^]?)=["']?(?<value>[^"'\]]*)["']?)?\]|:(?<state>checked|scope)/gi;
const COMPARE = {
  "": (text, value) => text === value,
  $: (text, value) => text.endsWith(value),
  "^": (text, value) => text.startsWith(value),
};

const fitsPart = (element, text, { style, id, name, how, value, state }, scope) => {
  if (style) return element.classList.contains(style);
  if (id) return element.id === id;
  if (name)
    return element.hasAttribute(name) && (value === undefined || COMPARE[how](element.getAttribute(name), value));
  if (state === "scope") return element === scope;
  return state === "checked" ? element.checked : element.localName === text;
};

const isOne = (element, compound, scope) => {
  const parts = [...compound.matchAll(PART)];
  if (parts.map(([text]) => text).join("") !== compound) throw new Error(`the stand-in does not know ${compound}`);
  return parts.every((part) => fitsPart(element, part[0], part.groups, scope));
};

const fits = (element, steps, scope) => {
  if (!isOne(element, steps.at(-1), scope)) return false;
  const before = steps.slice(0, -1);
  if (!before.length) return true;
  if (before.at(-1) === ">") return Boolean(element.parentNode) && fits(element.parentNode, before.slice(0, -1), scope);
  for (let around = element.parentNode; around; around = around.parentNode)
    if (fits(around, before, scope)) return true;
  return false;
};

/* Tells whether an element is one that a selector means; what is asked within it is its scope. */
export const matches = (element, selector, scope) =>
  selector.split(",").some((choice) => fits(element, choice.trim().split(/\s+/), scope));
