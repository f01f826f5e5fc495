/* How the parts of a page hang together. */
import { Target } from "./events.mjs";

export class Text {
  nodeType = 3;
  parentNode = null;

  constructor(text) {
    this.textContent = text;
  }

  get data() {
    return this.textContent;
  }
}

const takeOut = (node) => {
  const siblings = node.parentNode?.childNodes;
  siblings?.splice(siblings.indexOf(node), 1);
  node.parentNode = null;
};

export class Branch extends Target {
  childNodes = [];

  get children() {
    return this.childNodes.filter((node) => node instanceof Branch);
  }

  get firstChild() {
    return this.childNodes[0] ?? null;
  }

  get firstElementChild() {
    return this.children[0] ?? null;
  }

  get nextElementSibling() {
    return this.#beside(1);
  }

  get previousElementSibling() {
    return this.#beside(-1);
  }

  #beside(step) {
    const all = this.parentNode.children;
    return all[all.indexOf(this) + step] ?? null;
  }

  /* The document, or the topmost of what stands in none. */
  get top() {
    return this.parentNode?.top ?? this;
  }

  contains(other) {
    return other === this || (other?.parentNode ? this.contains(other.parentNode) : false);
  }

  /* Every element within it, in order. */
  *within() {
    for (const child of this.children) {
      yield child;
      yield* child.within();
    }
  }

  #insert(at, nodes) {
    const fresh = nodes.map((node) => (node instanceof Target || node instanceof Text ? node : new Text(String(node))));
    for (const node of fresh) {
      takeOut(node);
      node.parentNode = this;
    }
    this.childNodes.splice(at(), 0, ...fresh);
  }

  append(...nodes) {
    this.#insert(() => this.childNodes.length, nodes);
  }

  prepend(...nodes) {
    this.#insert(() => 0, nodes);
  }

  after(...nodes) {
    const around = this.parentNode;
    around.#insert(() => around.childNodes.indexOf(this) + 1, nodes);
  }

  replaceWith(...nodes) {
    this.after(...nodes);
    this.remove();
  }

  replaceChildren(...nodes) {
    for (const node of this.childNodes) node.parentNode = null;
    this.childNodes = [];
    this.append(...nodes);
  }

  replaceWith(...nodes) {
    this.after(...nodes);
    this.remove();
  }

  remove() {
    takeOut(this);
  }

  get textContent() {
    return this.childNodes.map((node) => node.textContent).join("");
  }

  set textContent(text) {
    this.replaceChildren(...(text === "" ? [] : [String(text)]));
  }
}
