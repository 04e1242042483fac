// Many events: a file is dropped or chosen, a worker checks it, and the results can be downloaded.

import { byId } from "../dom.js";
import { say } from "../language.js";
import { scriptAt } from "../trusted.js";
import { showFaults } from "./faults.js";
import { sampleFile } from "./sample.js";

/** `settings()` returns the present `{ target, options, language }` when a file is chosen. */
export function bulk(settings) {
  const drop = byId("drop");
  let worker;
  let urls = [];

  function stop() {
    worker?.terminate();
    worker = undefined;
    byId("run").hidden = true;
  }

  function start(file) {
    stop();
    clear();
    byId("run").hidden = false;
    byId("progress").value = 0;
    worker = new Worker(scriptAt("worker"), { type: "module" });
    worker.onmessage = ({ data }) => answers[data.kind](data);
    worker.onerror = (event) => answers.failed({ key: "unreadableFile", params: { reason: event.message } });
    worker.postMessage({ file, ...settings() });
  }

  const answers = {
    progress({ share, good, bad }) {
      byId("progress").value = share;
      byId("tally").textContent = say("checking", { count: good + bad });
    },
    done({ good, bad, shown, total, seconds, requests, faults }) {
      stop();
      byId("tally").textContent = [
        say("done", { count: good + bad, seconds: Math.max(0.01, Math.round(seconds * 100) / 100) }),
        `${say("good", { count: good })} · ${say("faulty", { count: bad })}`,
      ].join(" ");
      offer("download-requests", good > 0 && requests);
      offer("download-faults", total > 0 && faults);
      byId("downloads").hidden = false;
      showFaults(shown, total);
    },
    failed({ key, params }) {
      stop();
      byId("tally").textContent = say(key, params);
    },
  };

  function offer(id, blob) {
    const link = byId(id);
    link.hidden = !blob;
    if (!blob) return;
    link.href = URL.createObjectURL(blob);
    urls.push(link.href);
  }

  function clear() {
    for (const url of urls) URL.revokeObjectURL(url);
    urls = [];
    byId("downloads").hidden = true;
    byId("tally").textContent = "";
    showFaults([], 0);
  }

  byId("file").addEventListener("change", ({ target }) => {
    if (target.files.length > 0) start(target.files[0]);
    // So the same file can be chosen again after it was corrected.
    target.value = "";
  });
  byId("sample").addEventListener("click", () => start(sampleFile(new Date())));
  byId("cancel").addEventListener("click", () => {
    stop();
    byId("tally").textContent = say("stopped");
    byId("file").focus();
  });
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.dataset.over = "true";
  });
  drop.addEventListener("dragleave", () => delete drop.dataset.over);
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    delete drop.dataset.over;
    const [file] = event.dataTransfer.files;
    if (file) start(file);
  });
}
