// Keeps the page as it was served, before its own scripts change it, and starts the client.
// Deliberately without `defer`: it has to run ahead of the page's modules.

(() => {
  const { token, revision } = document.currentScript.dataset;
  const was = new WeakMap(); // each node of the page: the same node as it was served

  /** Remember that two trees of the same shape are one, as shown and as served. */
  function pair(shown, served) {
    const [one, other] = [shown, served].map((root) => document.createTreeWalker(root));
    do was.set(one.currentNode, other.currentNode);
    while (one.nextNode() && other.nextNode());
  }

  // In a document of its own, so that no picture is asked for twice.
  const apart = document.implementation.createHTMLDocument("");
  if (document.readyState === "loading") pair(document.documentElement, apart.importNode(document.documentElement, true));
  import("/-/client.js").then(({ start }) => start({ token, revision: Number(revision), was, pair }));
})();
