//! Message ids, which gateways write in two ways.
//!
//! WhatsApp's own id is bare: `3EB0C767D82A`. Gateways of WAHA's family write where it was said in front
//! and who said it behind: `false_120363019502650977@g.us_3EB0C767D82A_5511999999999@c.us`. The front is the
//! view of whoever said it, so that one message has several such ids; only the bare one can be compared.

/// The bare id of a message: `{fromMe}_{chatId}_{messageId}[_{participant}]` without what stands around it.
/// Anything else is bare already.
pub(crate) fn bare(id: &str) -> &str {
    let id = id.trim();
    let bare = || {
        let rest = id.strip_prefix("true_").or_else(|| id.strip_prefix("false_"))?;
        // Ids of chats end in a domain; what stands before it may hold an underscore.
        let (_, domain) = rest.split_once('@')?;
        let (_, message) = domain.split_once('_')?;
        Some(message.split_once('_').map_or(message, |(bare, _)| bare))
    };
    bare().filter(|bare| !bare.is_empty()).unwrap_or(id)
}

/// Whether two ids, bare or with chat and participant, name the same message. An empty id names none.
#[must_use]
pub fn same_message(one: &str, other: &str) -> bool {
    let bare_one = bare(one);
    !bare_one.is_empty() && bare_one == bare(other)
}
