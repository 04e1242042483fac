// Makes the page work without a network after its first visit: sw.js caches the files. Browsers allow this only with
// https, or on this machine.

import { scriptAt } from "./trusted.js";

export function keepOffline() {
  navigator.serviceWorker?.register(scriptAt("offline")).catch(() => {
    // Browsers may forbid it, as in a private window. The page then needs a network.
  });
}
