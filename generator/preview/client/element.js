// Elements without HTML: whatever a file says is set as text.

/** An element with properties, attributes (`aria-…`, `data-…`, `role`), listeners and children. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made && !key.startsWith("aria-")) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== ""));
  return made;
}

export const button = (text, onclick, properties = {}) =>
  element("button", { type: "button", onclick, ...properties }, text);

export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** Text in which what is invisible or would turn the line around can be seen. */
export const shown = (text) => text.replace(/[^\P{Cc}\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
