//! The size of the package, and its limits.

use crate::assemble;
use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::{fs, io::Write, path::Path};

/// What a page downloads for `import "waevent"`: the wasm, and the scripts in `BROWSER`.
const WASM: &str = "waevent_bg.wasm";
/// What Node reads from its disk instead.
const FAST: &str = "waevent_fast.wasm";
/// What `waevent/lite` downloads instead; `pages.rs` has its limits.
const LITE: &str = "waevent_lite.wasm";
const BROWSER: &[&str] = &[
    "waevent.js",
    "browser.js",
    "api.js",
    "ask.js",
    "buffers.js",
    "builder.js",
    "bytes.js",
    "guests.js",
    "lines.js",
    "overlaps.js",
    "plain.js",
    "read.js",
    "engine.js",
    "errors.js",
    "facts.js",
    "schema.js",
    "schemas.js",
    "webhook.js",
    "wire.js",
];

/// More entry points, and the most that each may weigh. The README says that the form weighs about 5 kB; fields with
/// several controls, labels, what is pending or failed, and mistakes of the page's author took the last of them. A
/// quarter of the card is its style, and a fifth its words in four languages; the names of zones take 0.5 kB, and
/// `when.js` has them too. Half of `webhooks.js` says what is wrong with a webhook. A third of the calendar is names of
/// properties and parameters. A third of `phones.js` is for forms: a select of countries, and a field that shows its
/// number as it is written. `define.inline.js` is the module that parses descriptions, of 42 kB, as text: the parser is
/// two fifths of it. Its edits and cancellations take 1.5 kB, the search for fields that no request contains 0.3 kB,
/// and the check of the paths of fields 0.4 kB. `phone-formats.js` is the table of `phones.js`: formats are 8 kB of it,
/// examples 1 kB, and which region has which numbers 1 kB.
const MORE: &[(&str, usize)] = &[
    ("form.js", 5_130),
    ("react.js", 500),
    ("card.js", 5_000),
    ("calendar.js", 2_960),
    ("when.js", 2_000),
    ("webhooks.js", 1_800),
    ("define.js", 1_000),
    ("waevent_define.js", 1_460),
    ("define.inline.js", 56_000),
    ("messages.js", 200),
    ("phones.js", 1_750),
    ("phone-formats.js", 10_600),
];

/// The limits, gzipped, in bytes (1 kB = 1000 B): the size of the last build, and 1 % of room. A dependency that slips
/// in is larger than that. Raising a limit is a decision, which is made here.
///
/// What the wasm's kilobytes are for, measured by how much smaller the gzipped module is without these functions or
/// tables. What the standard library does for them comes on top. Replies take 17 kB, of which 5 distinguish words from
/// secrets and find given secrets in any encoding. Recipients take 15 kB, and the tables of numbering plans 22. Times
/// take 12 kB, and the tables of time zones 5. Gateways take 13 kB, of which fingerprints take 1, edits and
/// cancellations 2, and the lines of the built-in ones 2: each further gateway takes half a kilobyte, while one written
/// in Rust took more than one. The rules of events take 8 kB, of which 1 finds what other programs leave in texts.
/// Issues take 6 kB, and the English messages 5, of which 1 is for guests; labels and their reader take 1 more, and
/// signatures of webhooks 0.3. JSON takes 5 kB, which includes reading numbers exactly and writing bodies anew. Reading
/// objects takes 5 kB, lines and requests 3 each, URLs and RSVPs 1 each.
///
/// Of the scripts, `api.js` with `ask.js`, `read.js` and the bindings take 3 kB each. Schemas take 2 kB, which bundlers
/// drop if they are not used. Errors that say what to do if the start fails take 0.4 kB; the numbers of `wire.js` 1 kB,
/// of which bundlers keep the names of fields; `buffers.js` and `builder.js` 1.5 kB; calls of libraries 0.2 kB;
/// `engine.js`, guests, lines, and texts and bytes 1 kB each.
const WASM_LIMIT: usize = 163_900;
const BROWSER_LIMIT: usize = 22_900;

/// Prints the table, and fails if a limit is exceeded.
pub fn check(package: &Path) -> Result<()> {
    let wasm = Size::of(&package.join(WASM))?;
    println!("\n  {:<18}{:>9}{:>9}", "pkg/", "bytes", "gzipped");
    row(WASM, wasm);
    row(FAST, Size::of(&package.join(FAST))?);
    row(LITE, Size::of(&package.join(LITE))?);

    let mut browser = Size::default();
    let mut missing = BROWSER.to_vec();
    for file in assemble::scripts(package)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let size = Size::of(&file)?;
        row(&name, size);
        if BROWSER.contains(&&*name) {
            browser = browser.plus(size);
            missing.retain(|known| *known != name);
        }
    }
    if !missing.is_empty() {
        bail!(
            "pkg/ has no {}: is the list of the browser's files out of date?",
            missing.join(", ")
        );
    }
    for file in assemble::scripts(&package.join("locales"))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        row(&format!("locales/{name}"), Size::of(&file)?);
    }
    row("browser, scripts", browser);
    row("browser, all", browser.plus(wasm));
    println!();

    within("the wasm", wasm.gzipped, WASM_LIMIT)?;
    within("the browser's scripts", browser.gzipped, BROWSER_LIMIT)?;
    MORE.iter().try_for_each(|(entry_point, limit)| {
        within(entry_point, Size::of(&package.join(entry_point))?.gzipped, *limit)
    })
}

fn within(what: &str, bytes: usize, limit: usize) -> Result<()> {
    if bytes > limit {
        bail!("too big: {what}: {bytes} bytes gzipped, and the limit is {limit}");
    }
    Ok(())
}

#[derive(Clone, Copy, Default)]
pub struct Size {
    pub raw: usize,
    pub gzipped: usize,
}

impl Size {
    fn of(file: &Path) -> Result<Self> {
        Self::of_bytes(&fs::read(file).with_context(|| file.display().to_string())?)
    }

    pub fn of_bytes(bytes: &[u8]) -> Result<Self> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        Ok(Self { raw: bytes.len(), gzipped: encoder.finish()?.len() })
    }

    pub fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzipped: self.gzipped + other.gzipped }
    }
}

fn row(name: &str, size: Size) {
    println!("  {name:<18}{:>9}{:>9}", size.raw, size.gzipped);
}
