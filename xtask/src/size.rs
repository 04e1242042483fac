//! What the package weighs, and what it may weigh.

use crate::assemble;
use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::{fs, io::Write, path::Path};

/// What a page downloads for `import "waevent"`: the binary, and the modules in front of it.
const WASM: &str = "waevent_bg.wasm";
/// What Node reads from its disk instead.
const FAST: &str = "waevent_fast.wasm";
const BROWSER: &[&str] = &[
    "waevent.js",
    "browser.js",
    "api.js",
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
];

/// The door for plain HTML, on top of these.
const FORM: &str = "form.js";

/// The limits, gzipped, in bytes (1 kB = 1000 B). Today's build with some room; a dependency that slips in is more
/// than that. Raising one is a decision, made here.
///
/// `eventSchema` takes 1.4 kB of the scripts: 0.8 kB for what an event looks like as JSON, 0.5 kB for the schema, and
/// the rest where options and target are parted. In the wasm it would take a parser more. Bundlers drop all of it where
/// `eventSchema` is not used.
///
/// `buildLines` takes 3.3 kB of the wasm, where lines are read and numbers in them, and 1.3 kB of the scripts, which
/// bundlers drop likewise. Languages take 1 kB of the wasm. To say which directive forbids WebAssembly takes 0.4 kB of
/// the scripts: without it a strict page shows nothing that tells what is wrong.
///
/// Where `authorize` looks for the places of secrets it takes 1.1 kB of the wasm, and where it writes bodies anew 1.1 kB.
///
/// Lines that are read exactly take 4 kB of the wasm: 1.2 kB for numbers, where the standard library's reader takes 15, and
/// the rest for files of another form, bytes that are not UTF-8, and lists of issues that have an end. Texts that are cut
/// inside a character, options of any kind and records of any size take 1.7 kB of the scripts.
///
/// Recipients take 4.1 kB more of the wasm than they did: 1.6 kB to ask all numbering plans whose bare digits may be, 0.9 kB
/// for renumberings as data, and the rest for ids, quotation marks and their words.
///
/// Replies take 6.2 kB more of the wasm than they did: to hold an answer against its page, to look through a refusal for
/// whatever may have left, and 3 kB of the words that both know. Bodies that are parsed or bytes, and headers of any kind,
/// take 0.7 kB of the scripts.
///
/// What other programs leave in texts (tags, entities, escapes, line ends) takes 1.8 kB of the wasm, half of it the lists
/// that keep what is text from being told; texts of forms take 1.2 kB, and the words for both, and for every hint, 1.5 kB.
/// Forms, and webhooks in whatever hands them on, take 1 kB of the scripts.
///
/// What keeps an instance sound and its memory small takes 0.5 kB of the scripts and 0.5 kB of the wasm, where texts of
/// which only the start came are told, and the names of metadata services 0.5 kB; pairs that are found as they are asked
/// for, and lists that throw, take 0.3 kB of the scripts.
///
/// Fingerprints of the card as a guest sees it take 0.5 kB more of the wasm than those of the event did, and 0.2 kB of the
/// scripts, which ask the host to normalise.
///
/// Replies whose messages hold words alone take 7.3 kB of the wasm: 1.5 kB for the words that gateways use and that follow the
/// names of secrets, 2.2 kB to find given secrets in any encoding, and the rest to tell words, numbers and times.
///
/// Times and recipients as other programs hand them over take 9.4 kB of the wasm: 1.7 kB for Windows' names of time zones, 1 kB
/// for messages, 2 kB for objects that hold a time and 1.2 kB for those that are a recipient, and the rest for the zone of the
/// event and for what texts that are no time probably are.
const WASM_LIMIT: usize = 165_600;
const BROWSER_LIMIT: usize = 19_050;
const FORM_LIMIT: usize = 4_000;

/// Prints the table, and fails when a limit is passed.
pub fn check(package: &Path) -> Result<()> {
    let wasm = Size::of(&package.join(WASM))?;
    println!("\n  {:<18}{:>9}{:>9}", "pkg/", "bytes", "gzipped");
    row(WASM, wasm);
    row(FAST, Size::of(&package.join(FAST))?);

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
    within("the door for forms", Size::of(&package.join(FORM))?.gzipped, FORM_LIMIT)
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
