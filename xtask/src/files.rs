//! From an address to a file, and nowhere outside the folders that are served.

use crate::paths;
use std::path::{Path, PathBuf};

/// An address prefix and the folder behind it. The first that fits counts.
pub type Mount = (&'static str, &'static str);

/// The file behind an address, if there is one inside its mount.
pub fn find(url: &str, mounts: &[Mount]) -> Option<PathBuf> {
    let path = decode(url.split(['?', '#']).next()?)?;
    let (prefix, folder) = mounts.iter().find(|(prefix, _)| path.starts_with(prefix))?;
    let folder = paths::at(folder).canonicalize().ok()?;
    let mut file = folder.join(path.strip_prefix(prefix)?.trim_start_matches('/'));
    if path.ends_with('/') {
        file.push("index.html");
    }
    // After symbolic links and dots are resolved: what is outside the folder is not there.
    let file = file.canonicalize().ok()?;
    (file.starts_with(&folder) && file.is_file()).then_some(file)
}

/// Percent-decoding. Anything broken is no address of ours.
fn decode(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (hex, plain) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(hex, 16).ok()?);
        bytes.extend(plain.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The media type, by the end of the name.
pub fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("md" | "ts" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &[Mount] = &[("/code/", "xtask/src"), ("/", "xtask")];

    fn found(url: &str) -> Option<PathBuf> {
        find(url, MOUNTS)
    }

    #[test]
    fn serves_what_is_inside_a_mount() {
        assert!(found("/Cargo.toml?x=1").is_some());
        assert!(found("/code/main.rs").is_some());
        assert!(found("/code/m%61in.rs").is_some());
    }

    #[test]
    fn serves_nothing_else() {
        for url in [
            "/../Cargo.toml",
            "/code/../../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "//etc/passwd",
            "/code//etc/passwd",
            "/code/%2fetc/passwd",
            "/src",
            "/src/",
            "/none",
            "/%",
            "/%ff",
            "",
        ] {
            assert_eq!(found(url), None, "{url}");
        }
    }

    #[test]
    fn wasm_has_the_type_that_streaming_compilation_asks_for() {
        assert_eq!(mime(Path::new("waevent_bg.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("node.js")), "text/javascript; charset=utf-8");
    }
}
