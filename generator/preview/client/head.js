// The head of the page: style sheets change without a flash, scripts are run or ask for a reload.

const leaving = new WeakSet();
const imported = new Set(); // scripts that came with a change, and stand in no head

const isSheet = (element) => element.matches("link[rel~=stylesheet]");
const isScript = (element) => element.matches("script") && /^$|module|javascript/.test(element.type);
// The title is set as text, and scripts are run by their address.
const isLeft = (element) => element.matches("title") || isScript(element);
const stem = (href) => new URL(href, location).pathname.replace(/\.[0-9a-f]{8,}(?=\.\w+$)/, "");

/** Put a new style sheet in the place of an old one, which stays until the new one is there. */
function swap(link, href, was) {
  const next = link.cloneNode();
  next.href = href;
  was.set(next, next.cloneNode());
  leaving.add(link);
  next.onload = () => link.remove();
  next.onerror = () => {
    leaving.delete(link);
    next.remove();
  };
  link.after(next);
}

function sheets() {
  return [...document.querySelectorAll("link")].filter((link) => isSheet(link) && !leaving.has(link));
}

/** Load the style sheets that changed; when none is named, all of them. */
export function restyle(paths, revision, was) {
  for (const link of sheets()) {
    const { pathname } = new URL(link.href);
    const found = paths.length ? paths.find((path) => stem(path) === stem(link.href)) : pathname;
    if (found) swap(link, found === pathname ? `${found}?${revision}` : found, was);
  }
}

/** What tells two elements of a head apart. A style sheet is its address, without what `restyle` adds. */
function keyOf(element, was) {
  if (isSheet(element)) return `${new URL(element.href).pathname} ${element.media}`;
  return (was.get(element) ?? element).outerHTML;
}

/** Merge a new head into the page's. The scripts to run now, or null where only a reload can help. */
export function merge(head, was) {
  const coming = new Map([...head.children].map((element) => [keyOf(element, was), element]));
  const going = [];
  for (const element of document.head.children) {
    if (!coming.delete(keyOf(element, was)) && was.has(element) && !leaving.has(element)) going.push(element);
  }
  const arriving = [...coming.values()];
  const known = [...head.querySelectorAll("script")].map(({ src }) => src);
  const isDropped = going.some(isScript) || [...imported].some((src) => !known.includes(src));
  const scripts = arriving.filter((element) => isScript(element) && !imported.has(element.src));
  if (scripts.length && (isDropped || scripts.some(({ type }) => type !== "module"))) return null;
  document.title = head.querySelector("title")?.textContent ?? "";
  for (const element of arriving.filter((one) => !isLeft(one))) {
    const old = isSheet(element) && going.find((one) => isSheet(one) && stem(one.href) === stem(element.href));
    if (old) swap(old, element.href, was);
    else add(element, was);
  }
  for (const element of going) {
    if (!isLeft(element) && !leaving.has(element)) element.remove();
  }
  for (const { src } of scripts) imported.add(src);
  return scripts.map(({ src }) => src);
}

/** Add an element itself, not a copy: what a copied script holds, were it data, would not count as parsed. */
function add(element, was) {
  const served = element.cloneNode(true);
  was.set(element, served);
  document.head.append(element);
}
