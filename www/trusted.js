// The URLs of scripts that this page may start. The page's policy makes browsers require one of them.

const addresses = { worker: "./bulk/worker.js", offline: "./sw.js" };

const policy = globalThis.trustedTypes?.createPolicy("waevent-playground", {
  createScriptURL: (name) => new URL(addresses[name], import.meta.url).href,
});

export const scriptAt = (name) => policy?.createScriptURL(name) ?? new URL(addresses[name], import.meta.url).href;
