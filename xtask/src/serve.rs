//! A file server for this machine only: the playground, and its tests.
//!
//! The playground carries its Content-Security-Policy, so that it holds wherever the page is put. It is sent as a
//! header too, since a worker is under the one that its own script comes with.

use crate::{
    files::{self, Mount},
    paths,
};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    thread,
    time::Duration,
};

/// What the playground needs, and what its tests need: itself and the built package.
pub const DEMO: &[Mount] = &[("/pkg/", "pkg"), ("/", "www")];

const TEST_PORT: u16 = 8765;

/// How long a connection may take to say what it asks for.
const PATIENCE: Duration = Duration::from_secs(30);
const LONGEST_HEAD: u64 = 64 * 1024;

/// `cargo xtask serve`
pub fn verb(args: &[String]) -> Result<()> {
    let port = match args {
        [] => TEST_PORT,
        [flag, value] if flag == "--port" => port(Some(value))?,
        _ => bail!("cargo xtask serve knows --port N"),
    };
    let listener = bind(port)?;
    println!("serving on http://{}/", listener.local_addr()?);
    serve(&listener, DEMO);
    Ok(())
}

pub fn port(value: Option<&String>) -> Result<u16> {
    let value = value.context("--port wants a number")?;
    value.parse().with_context(|| format!("--port wants a number from 0 to 65535, not {value}"))
}

/// This port or none.
pub fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("port {port}"))
}

/// The first free port from this one on.
pub fn bind_from(first: u16) -> Result<TcpListener> {
    let free = (first..=u16::MAX).find_map(|port| bind(port).ok());
    free.with_context(|| format!("no free port from {first} on"))
}

/// Serves until the process is ended. Every connection has a thread and one answer: browsers open several at once and
/// keep them. `tiny_http` has a pool of threads, and a connection that waits for one that is kept is answered never.
pub fn serve(listener: &TcpListener, mounts: &'static [Mount]) {
    for connection in listener.incoming() {
        // A browser that left does not end the server.
        let Ok(connection) = connection else { continue };
        thread::spawn(move || answer(&connection, mounts));
    }
}

fn answer(connection: &TcpStream, mounts: &[Mount]) -> Result<()> {
    connection.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(connection.take(LONGEST_HEAD)).lines();
    let request = lines.next().context("nothing was asked")??;
    // Read to its end: a connection that closes over unread bytes is reset.
    let mut host = None;
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').unwrap_or_default();
        if name.eq_ignore_ascii_case("host") {
            host = Some(value.trim().to_ascii_lowercase());
        }
    }

    let mut words = request.split(' ');
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let file = files::find(url, mounts);
    let (status, headers, body) = match (method, &file) {
        // A page whose name was led to this machine would read what is served here.
        _ if !host.is_some_and(|host| is_loopback(&host)) => {
            ("421 Misdirected Request", String::new(), b"this server is not that host\n".to_vec())
        }
        ("GET" | "HEAD", Some(file)) => ("200 OK", headers(file), fs::read(file)?),
        ("GET" | "HEAD", None) => ("404 Not Found", String::new(), b"not found\n".to_vec()),
        _ => ("405 Method Not Allowed", String::new(), Vec::new()),
    };
    let length = body.len();
    let mut connection = connection;
    write!(
        connection,
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
    )?;
    if method != "HEAD" {
        connection.write_all(&body)?;
    }
    Ok(())
}

/// Whether a request for this host is for this machine, on whatever port.
fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

/// Nothing is stored: the next build must show at the next reload.
fn headers(file: &Path) -> String {
    let policy = policy(file).map(|policy| format!("Content-Security-Policy: {policy}\r\n"));
    format!(
        "Content-Type: {}\r\n\
         Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\n\
         {}",
        files::mime(file),
        policy.unwrap_or_default()
    )
}

/// The policy of the playground's page, for its own files. What a page cannot say of itself is who may frame it.
fn policy(file: &Path) -> Option<String> {
    let folder = paths::at("www").canonicalize().ok()?;
    let page = file.starts_with(&folder).then(|| fs::read_to_string(folder.join("index.html")))?;
    let page = page.ok()?;
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    let (policy, _) = rest.split_once('"')?;
    Some(format!("{policy}; frame-ancestors 'none'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_requests_for_this_machine_are_answered() {
        for host in ["localhost", "localhost:8765", "127.0.0.1:0", "127.0.0.1", "[::1]:8765"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in [
            "",
            "example.com",
            "localhost.example.com:8765",
            "127.0.0.1.nip.io",
            "localhost:x",
            "0.0.0.0:8765",
        ] {
            assert!(!is_loopback(host), "{host}");
        }
    }

    #[test]
    fn the_playground_is_sent_with_its_own_policy_and_nothing_else_is() {
        let sent = policy(&paths::at("www/bulk/worker.js").canonicalize().unwrap()).unwrap();
        assert!(sent.starts_with("default-src 'none'; "), "{sent}");
        assert!(sent.ends_with("; frame-ancestors 'none'"), "{sent}");
        assert_eq!(policy(&paths::at("Cargo.toml").canonicalize().unwrap()), None);
    }
}
