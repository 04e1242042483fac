//! A file server for this machine only: the playground, and its tests.
//!
//! It sends no Content-Security-Policy: the playground carries its own, so that it holds wherever the page is put.

use crate::files::{self, Mount};
use anyhow::{Context, Result, anyhow, bail};
use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    str::FromStr,
    sync::Arc,
    thread,
};
use tiny_http::{Header, Method, Request, Response, Server};

/// What the playground needs, and what its tests need: itself and the built package.
pub const DEMO: &[Mount] = &[("/pkg/", "pkg"), ("/", "www")];

const TEST_PORT: u16 = 8765;

/// A browser asks for several files at once, and keeps connections open.
const THREADS: usize = 4;

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

/// Serves until the process is ended.
pub fn serve(listener: TcpListener, mounts: &'static [Mount]) -> Result<()> {
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!(error))?;
    let server = Arc::new(server);
    let answering = || {
        let server = Arc::clone(&server);
        thread::spawn(move || {
            for request in server.incoming_requests() {
                // A browser that left does not end the server.
                let _ = answer(request, mounts);
            }
        })
    };
    let threads: Vec<_> = (0..THREADS).map(|_| answering()).collect();
    for thread in threads {
        thread.join().map_err(|_| anyhow!("the server stopped"))?;
    }
    Ok(())
}

fn answer(request: Request, mounts: &[Mount]) -> Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Ok(request.respond(Response::empty(405))?);
    }
    let Some(file) = files::find(request.url(), mounts) else {
        return Ok(request.respond(Response::from_string("not found\n").with_status_code(404))?);
    };
    let bytes = fs::read(&file)?;
    let headers = [
        ("Content-Type", files::mime(&file)),
        // The next build must show at the next reload.
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let mut response = Response::from_data(bytes);
    for (name, value) in headers {
        let header = Header::from_str(&format!("{name}: {value}"));
        response.add_header(header.map_err(|()| anyhow!("not a header: {name}: {value}"))?);
    }
    Ok(request.respond(response)?)
}
