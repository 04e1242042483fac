//! Why an event was not sent, or may not have been.

use serde::{Serialize, Serializer};

/// One row per code.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal,)+) => {
        /// Why an event was not sent, or may not have been. Codes are stable. Messages come from the gateway.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ReplyCode {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl ReplyCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The public code, such as `rate_limited`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }
    };
}

codes! {
    /// The gateway refuses the request as it is.
    InvalidRequest = "invalid_request",
    /// The gateway refuses the recipient's number.
    InvalidNumber = "invalid_number",
    /// A token or key is missing or wrong.
    Unauthorized = "unauthorized",
    /// The token or key is valid but may not do this, or the account's quota is used up.
    Forbidden = "forbidden",
    /// The gateway has no such instance or session.
    SessionNotFound = "session_not_found",
    /// Too many requests.
    RateLimited = "rate_limited",
    /// The instance or session exists but is not connected to WhatsApp.
    Disconnected = "disconnected",
    /// A proxy or a tunnel in front of the gateway replied: the request did not reach the gateway.
    GatewayUnreachable = "gateway_unreachable",
    /// The gateway tried to send the event, and reports that this failed.
    SendFailed = "send_failed",
    /// The gateway, or something behind it, did not reply.
    UpstreamFailed = "upstream_failed",
    /// The gateway had an internal error.
    ServerError = "server_error",
    /// The reply says neither that the event was sent nor why not.
    Unreadable = "unreadable",
}

impl ReplyCode {
    /// The code with this public name.
    pub(crate) fn named(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_str() == code)
    }

    /// What a status from 400 to 599 means by itself, according to [RFC 9110 section
    /// 15](https://www.rfc-editor.org/rfc/rfc9110#section-15).
    pub(super) const fn of_status(status: u16) -> Self {
        match status {
            401 => Self::Unauthorized,
            402 | 403 | 451 => Self::Forbidden,
            404 | 410 => Self::SessionNotFound,
            408 | 424 | 499 | 502 | 503 | 504 | 520..=530 => Self::UpstreamFailed,
            429 => Self::RateLimited,
            400..=499 | 501 => Self::InvalidRequest,
            _ => Self::ServerError,
        }
    }

    /// Whether the code is about what happened after the request was accepted.
    pub(super) const fn is_of_sending(self) -> bool {
        matches!(self, Self::SendFailed | Self::UpstreamFailed | Self::ServerError)
    }

    /// Whether a reply with this status can mean the code. The number and the account may also be at fault if the
    /// status is that of a server error. The code does not decide whether the event was sent.
    pub(super) const fn fits(self, status: u16) -> bool {
        match status {
            401 => matches!(self, Self::Unauthorized | Self::Forbidden),
            404 => !self.is_of_sending() && !matches!(self, Self::Unauthorized),
            429 => matches!(self, Self::RateLimited),
            400..=499 => !self.is_of_sending(),
            500..=599 => {
                self.is_of_sending()
                    || matches!(self, Self::Disconnected | Self::InvalidNumber | Self::Forbidden)
            }
            _ => true,
        }
    }

    /// Whether a gateway that gives this reason has not sent anything.
    pub(super) const fn is_refusal(self) -> bool {
        !self.is_of_sending() && !matches!(self, Self::Unreadable)
    }

    /// Whether the same request may succeed later, if nothing was sent.
    pub(super) const fn is_temporary(self) -> bool {
        matches!(self, Self::RateLimited | Self::Disconnected | Self::GatewayUnreachable)
    }
}

impl Serialize for ReplyCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::ReplyCode::{self, *};

    #[test]
    fn a_status_alone_means_what_its_rfc_says() {
        for (status, code) in [
            (400, InvalidRequest),
            (402, Forbidden),
            (418, InvalidRequest),
            (500, ServerError),
            (519, ServerError),
            // Cloudflare uses 520 to 530 for the server behind it.
            (520, UpstreamFailed),
            (530, UpstreamFailed),
            (531, ServerError),
        ] {
            assert_eq!(ReplyCode::of_status(status), code, "{status}");
        }
    }

    /// 401 is about the token or the account, 429 is a limit, and 404 is about anything but the token. No client error
    /// is about sending, and a server error may also be about the number or the account.
    #[test]
    fn a_code_fits_the_statuses_that_may_mean_it() {
        let refusal = [
            InvalidRequest,
            InvalidNumber,
            Unauthorized,
            Forbidden,
            SessionNotFound,
            RateLimited,
            Disconnected,
            GatewayUnreachable,
            Unreadable,
        ];
        let missing: Vec<_> = refusal.into_iter().filter(|code| *code != Unauthorized).collect();
        let fault =
            [InvalidNumber, Forbidden, Disconnected, SendFailed, UpstreamFailed, ServerError];
        let rows: [(u16, &[ReplyCode]); 9] = [
            (200, ReplyCode::ALL),
            (302, ReplyCode::ALL),
            (401, &[Unauthorized, Forbidden]),
            (404, &missing),
            (429, &[RateLimited]),
            (400, &refusal),
            (499, &refusal),
            (500, &fault),
            (599, &fault),
        ];
        for (status, codes) in rows {
            let fits: Vec<_> =
                ReplyCode::ALL.iter().copied().filter(|code| code.fits(status)).collect();
            assert_eq!(fits, codes, "{status}");
        }
    }
}
