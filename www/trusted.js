// The addresses of scripts that this page may start. Its policy makes browsers ask for one of these.

const addresses = { worker: "./bulk/worker.js", offline: "./sw.js" };

const policy = globalThis.trustedTypes?.createPolicy("waevent-playground", {
  createScriptURL: (name) => new URL(addresses[name], import.meta.url).href,
});

export const scriptAt = (name) => policy?.createScriptURL(name) ?? new URL(addresses[name], import.meta.url).href;
