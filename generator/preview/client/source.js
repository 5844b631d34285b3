// The server's events. Used by the worker, and by a tab of its own where there is no shared worker.

const KINDS = ["hello", "changed", "problems", "styles", "search", "gone"];
const SLOWEST = 4000;

/** Tell every event as it comes, `lost` when the server is gone and `other` when another run answers. */
export function listen(token, tell) {
  let stream, timer, wait;
  const query = `token=${encodeURIComponent(token)}`;

  function connect() {
    stream = new EventSource(`/-/events?${query}`);
    for (const kind of KINDS) stream.addEventListener(kind, ({ data }) => heard(kind, data));
    stream.onerror = () => {
      stream.close();
      tell({ kind: "lost" });
      wait = 250;
      timer = setTimeout(retry, wait);
    };
  }

  function heard(kind, data) {
    tell({ pages: [], styles: [], file: "", ...JSON.parse(data), kind });
  }

  /** A stream cannot say why it was refused, so that something else is asked first. */
  async function retry() {
    const answer = await fetch(`/-/state?${query}&page=/`, { cache: "no-store" }).catch(() => null);
    if (answer?.status === 403) return tell({ kind: "other" });
    if (answer) return connect();
    wait = Math.min(wait * 1.6, SLOWEST);
    timer = setTimeout(retry, wait);
  }

  connect();
  return () => {
    clearTimeout(timer);
    stream.close();
  };
}
