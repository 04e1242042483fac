//! Links of the README, which is read in the package too, where few of the files are.

use crate::paths;
use anyhow::{Result, ensure};

/// Where the repository is read.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// A text of the repository's root whose links to files and folders are absolute, save to those that `stay` beside it.
pub fn absolute(text: &str, stay: &[&str]) -> Result<String> {
    let mut parts = text.split("](");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("](");
        let target = part.split(')').next().unwrap_or_default();
        let file = target.split('#').next().unwrap_or_default();
        if !file.is_empty() && !file.contains("://") && !stay.contains(&file) {
            let path = paths::at(file);
            ensure!(path.exists(), "a link leads to {file}, and there is none");
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
    fn links_lead_into_the_repository_unless_their_file_comes_along() {
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
