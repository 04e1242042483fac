//! npm: the folders of tools, each installed from its lock file.

use crate::{paths, run};
use anyhow::{Result, bail};
use std::{fs, process::Command};

/// The oldest Node that can `require` the package's one ESM build; the tools of package.json run on it too.
const NODE: (u32, u32) = (20, 19);

/// A copy of the lock file that `node_modules` was installed from. It is inside that folder, so it is deleted with it.
const STAMP: &str = "node_modules/.installed-lock.json";

/// A folder with a package.json and its lock file, and what it is for.
pub struct Folder {
    path: &'static str,
    what: &'static str,
}

/// The tools that build and test.
pub const ROOT: Folder =
    Folder { path: "", what: "the tools of package.json (npm ci, about 200 MB)" };

/// The programs that the package runs on.
pub const RUNTIMES: Folder = Folder {
    path: "tests/runtimes",
    what: "Node 20 to 26, Bun, Deno and workerd (npm ci, about 1.1 GB)",
};

/// The bundlers that the root does not have.
pub const BUNDLERS: Folder = Folder {
    path: "tests/bundlers",
    what: "webpack, Rspack, Parcel and Next.js (npm ci, about 530 MB)",
};

/// What a page is developed and tested with.
pub const HOSTS: Folder =
    Folder { path: "tests/hosts", what: "Vite 5, 6 and 7, and Jest (npm ci, about 120 MB)" };

/// The libraries for forms and servers that the package is tested in.
pub const LIBRARIES: Folder = Folder {
    path: "tests/libraries",
    what: "the libraries for forms and servers (npm ci, about 170 MB)",
};

/// The libraries that the package's calls are tested with.
pub const CALLS: Folder = Folder {
    path: "tests/calls",
    what: "Baileys, whatsapp-web.js and wa-js (npm ci, about 120 MB)",
};

/// What the recipes are run with, in addition to the bundlers and the libraries.
pub const RECIPES: Folder = Folder {
    path: "tests/recipes",
    what: "Astro, Nuxt, Fastify, and old versions of React and VeeValidate (npm ci, about 310 MB)",
};

/// What the community node for n8n is compiled against.
pub const NODE_TYPES: Folder =
    Folder { path: "n8n", what: "n8n's types and errors (npm ci, about 140 MB)" };

/// What the queue's example is made with.
pub const QUEUE: Folder =
    Folder { path: "examples/queue-worker", what: "BullMQ, for the queue (npm ci, about 20 MB)" };

/// What the command line reads files with.
pub const CLI: Folder =
    Folder { path: "cli", what: "waevent-cli's readers of files (npm ci, about 4 MB)" };

/// n8n itself, with the Node that it needs, its linter, and the scanner for its packages.
pub const N8N: Folder =
    Folder { path: "tests/n8n/host", what: "n8n (npm ci, about 3.2 GB, several minutes)" };

/// An npm command in the root. Windows has no `npm.exe`.
pub fn npm() -> Command {
    run::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// One of the programs that the dev dependencies bring.
pub fn tool(name: &str) -> Command {
    let program = paths::at("node_modules/.bin").join(name);
    run::command(if cfg!(windows) { program.with_extension("cmd") } else { program })
}

/// Installs what a folder's lock file names, unless exactly that is installed.
pub fn install(folder: &Folder) -> Result<()> {
    node_is_new_enough()?;
    let path = paths::at(folder.path);
    let stamp = path.join(STAMP);
    let lock = fs::read(path.join("package-lock.json"))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run::quiet(
        &format!("installing {}", folder.what),
        // No install scripts: none of the tools needs one.
        npm().current_dir(path).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
    )?;
    fs::write(stamp, lock)?;
    Ok(())
}

fn node_is_new_enough() -> Result<()> {
    let (major, minor) = NODE;
    let wanted = format!("Node.js {major}.{minor} or newer is needed: https://nodejs.org");
    let Ok(output) = run::output(run::node().arg("--version")) else { bail!("{wanted}") };
    if version(&output).is_none_or(|found| found < NODE) {
        bail!("{wanted} (found {})", output.trim());
    }
    Ok(())
}

/// `v20.19.1` as `(20, 19)`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.19.1\n"), Some((20, 19)));
        assert!(version("v20.9.0") < Some(NODE));
        assert!(version("v100.0.0") > Some(NODE));
        assert_eq!(version("none"), None);
    }
}
