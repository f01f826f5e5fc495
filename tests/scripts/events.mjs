/* Events as our scripts use them: they rise from where they happen to the document. */

export class Event {
  defaultPrevented = false;

  constructor(type, more) {
    Object.assign(this, { type, ...more });
  }

  preventDefault() {
    this.defaultPrevented = true;
  }
}

export class Target {
  parentNode = null;
  #listeners = [];

  addEventListener(type, act) {
    this.#listeners.push({ type, act });
  }

  dispatchEvent(event) {
    event.target ??= this;
    for (const { type, act } of this.#listeners) if (type === event.type) act(event);
    this.parentNode?.dispatchEvent(event);
    return !event.defaultPrevented;
  }

  /* Lets something happen here, and returns the event. */
  fire(type, more) {
    const event = new Event(type, more);
    this.dispatchEvent(event);
    return event;
  }
}
