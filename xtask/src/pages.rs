//! Limits what pages that use the package download: their script, bundled and minified, and the module.

use crate::{npm, paths, run};
use anyhow::{Context, Result, bail};
use std::{fs, path::Path};

/// A page, and the most that it may weigh, in bytes: the size of the last build, and 1 % of room.
struct Page {
    what: &'static str,
    script: &'static str,
    wasm: &'static str,
    gzipped: usize,
    brotli: usize,
}

const PAGES: &[Page] = &[
    Page {
        what: "waevent",
        script: r#"import { buildRequest } from "./browser.js"; globalThis.check = buildRequest;"#,
        wasm: "waevent_bg.wasm",
        gzipped: 170_600,
        brotli: 150_300,
    },
    Page {
        what: "waevent/lite",
        script: r#"import { buildRequest } from "./lite.js"; globalThis.check = buildRequest;"#,
        wasm: "waevent_lite.wasm",
        gzipped: 130_900,
        brotli: 116_000,
    },
    Page {
        what: "… with waevent/form and Spanish",
        script: r#"import "./lite.js"; import "./locales/es.js"; import { bindForm } from "./form.js"; globalThis.check = bindForm;"#,
        wasm: "waevent_lite.wasm",
        gzipped: 142_600,
        brotli: 126_400,
    },
];

/// Prints the size of each file, with gzip and with Brotli, both at their highest levels.
const WEIGH: &str = r#"
    import { readFileSync } from "node:fs";
    import { brotliCompressSync, gzipSync } from "node:zlib";
    for (const file of process.argv.slice(1)) {
      const bytes = readFileSync(file);
      console.log(gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length);
    }
"#;

/// Prints what each page weighs, and fails if one weighs too much.
pub fn check(package: &Path) -> Result<()> {
    println!("  {:<36}{:>9}{:>9}", "a page, script and module", "gzipped", "brotli");
    PAGES.iter().try_for_each(|page| page.check(package))
}

impl Page {
    fn check(&self, package: &Path) -> Result<()> {
        let (entry, script) = (package.join(".page.js"), paths::scratch("page.js"));
        fs::write(&entry, self.script)?;
        let mut esbuild = npm::tool("esbuild");
        esbuild.arg(&entry).arg(format!("--outfile={}", script.display())).args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--charset=utf8",
            "--log-level=warning",
        ]);
        let bundled = run::output(&mut esbuild);
        fs::remove_file(&entry)?;
        bundled?;
        let mut node = run::node();
        node.args(["--input-type=module", "--eval", WEIGH]);
        let output = run::output(node.arg(&script).arg(package.join(self.wasm)))?;
        let sizes = output
            .split_whitespace()
            .map(|size| size.parse().context("a size is a number"))
            .collect::<Result<Vec<usize>>>()?;
        let [script_gzipped, script_brotli, wasm_gzipped, wasm_brotli] = sizes[..] else {
            bail!("expected two sizes of each of two files: {output}")
        };
        let (gzipped, brotli) = (script_gzipped + wasm_gzipped, script_brotli + wasm_brotli);
        println!("  {:<36}{gzipped:>9}{brotli:>9}", self.what);
        if gzipped > self.gzipped || brotli > self.brotli {
            bail!(
                "too big: a page with {}: {gzipped} bytes gzipped and {brotli} with Brotli, and the limits are {} and {}",
                self.what,
                self.gzipped,
                self.brotli
            );
        }
        Ok(())
    }
}
