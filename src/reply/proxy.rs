//! Whether what stands in front of a gateway answered in its place.

use super::HttpReply;

/// Headers that tunnels and hosts set only where they have no server to ask:
/// [ngrok](https://ngrok.com/docs/errors/reference), [Vercel](https://vercel.com/docs/errors),
/// [Railway](https://docs.railway.com/networking/troubleshooting) and [Render](https://render.com/docs/troubleshooting-deploys).
const HEADERS: &[&str] =
    &["ngrok-error-code", "x-vercel-error", "x-railway-fallback", "x-render-routing"];

/// Whether the reply is one of a proxy that has nothing behind it, by its headers. What it says in words stands in no form
/// of the gateway's, which is looked at by itself.
pub(super) fn answered(reply: &HttpReply<'_>) -> bool {
    reply.status == 404 && HEADERS.iter().any(|name| reply.header(name).is_some())
}
