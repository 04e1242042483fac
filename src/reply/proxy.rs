//! Whether a proxy in front of a gateway replied in its place.

use super::HttpReply;

/// Headers that tunnels and hosting services set only if they have no server to forward a request to:
/// [ngrok](https://ngrok.com/docs/errors/reference), [Vercel](https://vercel.com/docs/errors),
/// [Railway](https://docs.railway.com/networking/troubleshooting) and [Render](https://render.com/docs/troubleshooting-deploys).
const HEADERS: &[&str] =
    &["ngrok-error-code", "x-vercel-error", "x-railway-fallback", "x-render-routing"];

/// Whether the headers show that a proxy without a server behind it replied. Whether the body has the form of the
/// gateway's own replies is checked separately.
pub(super) fn has_replied(reply: &HttpReply<'_>) -> bool {
    reply.status == 404 && HEADERS.iter().any(|name| reply.header(name).is_some())
}
