// Works without a network once it was open: sw.js keeps the files. Browsers have this for https and this machine only.

import { scriptAt } from "./trusted.js";

export function keepOffline() {
  navigator.serviceWorker?.register(scriptAt("offline")).catch(() => {
    // A browser that forbids it, as in a private window: the page works, with a network.
  });
}
