//! A file server for this machine only: the playground, and its tests.
//!
//! The playground carries its Content-Security-Policy, so that it holds wherever the page is put. It is sent as a
//! header too, since a worker is under the one that its own script comes with.

use crate::{
    files::{self, Mount},
    paths,
};
use anyhow::{Context, Result, anyhow, bail};
use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::Path,
    str::FromStr,
    thread,
};
use tiny_http::{Header, Method, Request, Response, Server};

/// What the playground needs, and what its tests need: itself and the built package.
pub const DEMO: &[Mount] = &[("/pkg/", "pkg"), ("/", "www")];

const TEST_PORT: u16 = 8765;

/// `cargo xtask serve`
pub fn verb(args: &[String]) -> Result<()> {
    let port = match args {
        [] => TEST_PORT,
        [flag, value] if flag == "--port" => port(Some(value))?,
        _ => bail!("cargo xtask serve knows --port N"),
    };
    let listener = bind(port)?;
    println!("serving on http://{}/", listener.local_addr()?);
    serve(listener, DEMO)
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

/// Serves until the process is ended. Each request has a thread: a browser opens several connections, and one that it
/// does not read from must not keep the others waiting.
pub fn serve(listener: TcpListener, mounts: &'static [Mount]) -> Result<()> {
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!(error))?;
    for request in server.incoming_requests() {
        // A browser that left does not end the server.
        thread::spawn(move || answer(request, mounts));
    }
    bail!("the server stopped")
}

fn answer(request: Request, mounts: &[Mount]) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Ok(request.respond(Response::empty(405))?);
    }
    let Some(file) = files::find(request.url(), mounts) else {
        return Ok(request.respond(Response::from_string("not found\n").with_status_code(404))?);
    };
    let bytes = fs::read(&file)?;
    let mut headers = vec![
        ("Content-Type", files::mime(&file).to_owned()),
        // The next build must show at the next reload.
        ("Cache-Control", "no-store".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    headers.extend(policy(&file).map(|policy| ("Content-Security-Policy", policy)));
    let mut response = Response::from_data(bytes);
    for (name, value) in headers {
        let header = Header::from_str(&format!("{name}: {value}"));
        response.add_header(header.map_err(|()| anyhow!("not a header: {name}: {value}"))?);
    }
    Ok(request.respond(response)?)
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
    fn the_playground_is_sent_with_its_own_policy_and_nothing_else_is() {
        let sent = policy(&paths::at("www/bulk/worker.js").canonicalize().unwrap()).unwrap();
        assert!(sent.starts_with("default-src 'none'; "), "{sent}");
        assert!(sent.ends_with("; frame-ancestors 'none'"), "{sent}");
        assert_eq!(policy(&paths::at("Cargo.toml").canonicalize().unwrap()), None);
    }
}
