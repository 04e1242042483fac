//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ has a parent folder")
}

/// A path below the root.
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The finished package.
pub fn package() -> PathBuf {
    at("pkg")
}

/// What the driver keeps between runs. In the repository's own `target/` even where cargo's is elsewhere,
/// because a finished folder is moved to its place by renaming, which needs one file system.
pub fn scratch(name: &str) -> PathBuf {
    at("target/xtask").join(name)
}

/// The folder the packed tarball is installed into, as a user of the package would do.
pub fn consumer() -> PathBuf {
    at("target/package/consumer")
}
