// Copies a citation and says so. Without this file the text is selected by hand.

const show = () => document.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  const said = button.nextElementSibling;
  document.querySelectorAll("[data-copy] + *").forEach((other) => (other.textContent = ""));
  try {
    await navigator.clipboard.writeText(text.textContent);
    said.textContent = button.dataset.copied;
  } catch {
    // Not every browser lets a page that came without encryption, or from a file, write there.
    getSelection().selectAllChildren(text);
    said.textContent = button.dataset.selected;
  }
});
document.addEventListener("dateline:morphed", show);
show();
