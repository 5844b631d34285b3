// `/` and Ctrl-K (⌘K) open the search, and so does what has `data-open-search`; on /search/ they lead to its field.

const dialog = document.getElementById("search-dialog");
const field = document.getElementById("q");
const program = Object.assign(document.createElement("link"), { rel: "modulepreload" });

function open(event) {
  event.preventDefault();
  if (dialog && !dialog.open) dialog.showModal();
  field?.focus();
  field?.select();
  if (!dialog) return;
  program.href ||= new URL("../pagefind/pagefind.js", field.form.action); // beside the module that will ask for it
  document.head.append(program);
  import(new URL(dialog.dataset.module, document.baseURI)).catch(() => field.form.submit());
}

document.addEventListener("keydown", (event) => {
  const { key, code, target, isComposing } = event;
  const other = event.ctrlKey || event.metaKey;
  const plain = /[^ -~]/.test(key) ? { KeyK: "k", Slash: "/" }[code] : key.toLowerCase(); // in another script
  const typing = target.isContentEditable || target.closest?.("input, textarea, select");
  const slash = plain === "/" && !other && !typing && document.documentElement.dataset.keys !== "off";
  const ctrlK = plain === "k" && other && !event.shiftKey;
  if (event.defaultPrevented || isComposing || event.altKey || document.querySelector("dialog:modal:not(#search-dialog)")) return;
  if (slash || ctrlK) open(event);
});

for (const opener of document.querySelectorAll("[data-open-search]")) {
  if (dialog) opener.ariaHasPopup = "dialog";
  opener.onclick = (event) => event.ctrlKey || event.metaKey || event.shiftKey || open(event);
}

if (dialog) {
  dialog.onkeydown = (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault(); // a field of search would only be emptied
    dialog.close();
  };
  dialog.onclick = ({ target }) => (target === dialog || target.closest("[data-close]")) && dialog.close();
}
