// How a tab hears the server: through the worker that all tabs share, or alone.

import { listen } from "./source.js";

/** Where the worker stands: where Trusted Types are asked for, the only address that may become one. */
function address() {
  const createScriptURL = () => "/-/worker.js";
  return self.trustedTypes?.createPolicy("dateline", { createScriptURL }).createScriptURL("") ?? createScriptURL();
}

/** Call `hear` with every event for as long as the page is there. */
export function connect(token, hear) {
  let leave = () => {};
  const alone = () => (leave = listen(token, hear));
  try {
    const worker = new SharedWorker(address(), { type: "module", name: token });
    worker.onerror = alone;
    worker.port.onmessage = ({ data }) => hear(data);
    leave = () => worker.port.postMessage("good-bye");
  } catch {
    alone(); // no shared workers here, or the page's policy forbids them
  }
  addEventListener("pagehide", () => leave());
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
