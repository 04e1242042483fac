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

/// What the driver keeps between runs. This is in the repository's own `target/`, even if cargo's is elsewhere, because
/// finished folders are moved to their place by renaming, which only works within one file system.
pub fn scratch(name: &str) -> PathBuf {
    at("target/xtask").join(name)
}

/// The folder into which the packed tarball is installed, as a user of the package would do.
pub fn consumer() -> PathBuf {
    at("target/package/consumer")
}
