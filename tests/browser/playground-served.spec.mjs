// What the playground's server sends, and for which hosts.
import { get } from "node:http";
import { expect, test } from "@playwright/test";

/** Requests a path from this machine with this Host header; returns the status and the headers. */
const asked = (baseURL, path, host = "127.0.0.1") => new Promise((resolve, reject) => {
  const { hostname, port } = new URL(baseURL);
  get({ hostname, port, path, headers: { host: `${host}:${port}` } }, (response) => {
    response.resume();
    resolve({ status: response.statusCode, headers: response.headers });
  }).on("error", reject);
});

test("the package is sent with its content type and without the page's policy", async ({ baseURL }) => {
  const { headers } = await asked(baseURL, "/pkg/waevent_bg.wasm");
  expect(headers["content-type"]).toBe("application/wasm");
  expect(headers["content-security-policy"]).toBeUndefined();
});

test("nothing is cached, so a reload shows the next build", async ({ baseURL }) => {
  for (const path of ["/", "/pkg/browser.js"]) expect((await asked(baseURL, path)).headers["cache-control"]).toBe("no-store");
});

test("only files of the page and the package are served", async ({ baseURL }) => {
  for (const path of ["/none", "/bulk", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/pkg/../Cargo.toml", "/pkg/..%2fCargo.toml", "//etc/passwd", "/%"]) {
    expect((await asked(baseURL, path)).status, path).toBe(404);
  }
});

test("only requests for a local host are served", async ({ baseURL }) => {
  for (const host of ["127.0.0.1", "localhost"]) expect((await asked(baseURL, "/", host)).status, host).toBe(200);
  for (const host of ["example.com", "localhost.example.com", "127.0.0.1.nip.io"]) expect((await asked(baseURL, "/", host)).status, host).toBe(403);
});
