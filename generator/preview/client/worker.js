// One connection for all tabs: a browser allows six to a server, and the seventh tab would hang.
// The worker's name is the token of the run.

import { listen } from "./source.js";

const ports = new Set();
let stop;
let latest; // what a tab that comes later is told first

function tell(event) {
  if (["hello", "lost", "other"].includes(event.kind)) latest = event;
  else if (latest) latest = { ...latest, revision: event.revision };
  for (const port of ports) port.postMessage(event);
}

onconnect = ({ ports: [port] }) => {
  ports.add(port);
  port.onmessage = () => {
    ports.delete(port); // all that a tab ever says is good-bye
    if (ports.size) return;
    stop();
    stop = latest = null;
  };
  if (!stop) stop = listen(self.name, tell);
  else if (latest) port.postMessage(latest);
};
