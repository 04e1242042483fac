//! Rewrites the links of the README, which is also in the package, where few of the linked files are.

use crate::paths;
use anyhow::{Result, ensure};

/// The address of the repository.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// A text of the repository's root with absolute links to files and folders, except for those that `stay` next to it.
pub fn absolute(text: &str, stay: &[&str]) -> Result<String> {
    let mut parts = text.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("](");
        let target = part.split(')').next().unwrap_or_default();
        let file = target.split('#').next().unwrap_or_default();
        if !file.is_empty() && !file.contains("://") && !stay.contains(&file) {
            let path = paths::at(file);
            ensure!(path.exists(), "a link leads to {file}, which does not exist");
            let view = if path.is_dir() { "tree" } else { "blob" };
            out.extend([REPOSITORY, "/", view, "/main/"]);
        }
        out.push_str(part);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_repository_unless_their_file_is_in_the_package() {
        let text =
            "[a](docs/recipes) [b](DESIGN.md#why) [c](LICENSE) [d](#use-it) [e](https://rustup.rs)";
        let wanted = format!(
            "[a]({REPOSITORY}/tree/main/docs/recipes) [b]({REPOSITORY}/blob/main/DESIGN.md#why) \
             [c](LICENSE) [d](#use-it) [e](https://rustup.rs)"
        );
        assert_eq!(absolute(text, &["LICENSE"]).unwrap(), wanted);
        assert!(absolute("[a](nowhere.md)", &[]).is_err());
    }
}
