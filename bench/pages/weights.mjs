// The download size of pages in bytes: script and module, each compressed separately at the highest level.
import { brotliCompressSync, gzipSync } from "node:zlib";
import { pages } from "./pages.mjs";

export async function weights({ other }) {
  const sum = (files, compress) => files.reduce((total, file) => total + compress(file).length, 0);
  return Object.entries(await pages(other)).map(([name, { script, module }]) => {
    const files = module ? [script, module] : [script];
    return { name, gzip: sum(files, (file) => gzipSync(file, { level: 9 })), brotli: sum(files, (file) => brotliCompressSync(file)) };
  });
}
