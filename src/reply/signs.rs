//! Words that occur in the messages of many gateways: they run the same libraries, and pass their messages on.

use super::{ReplyCode, lists::Words};

/// Words in lower case, and what they mean. The first match counts, after a gateway's own words.
pub(super) static SIGNS: &[(Words, ReplyCode)] = &[
    (NUMBER, ReplyCode::InvalidNumber),
    (ACCOUNT, ReplyCode::Forbidden),
    (PATH, ReplyCode::InvalidRequest),
];

/// The number has no account, in the words of the libraries for WhatsApp, in English and Portuguese.
const NUMBER: Words = Words::new(
    "not+on whatsapp|not+in whatsapp|not a whatsapp|not+have whatsapp|no whatsapp account|no account+number|\
    number+not registered|number+not exist|number+not valid|number+not found|recipient+not found|phone+not exist|\
    phone+not registered|invalid number|invalid phone|invalid recipient|invalid wid|invalid jid|no lid|mero inv|\
    mero n+existe|mero n+whatsapp",
);

/// The account is not paid for, or has used up its quota.
const ACCOUNT: Words = Words::new(
    "subscri|unpaid|payment|overdue|billing|trial|plan+expired|account+expired|instance+expired|license+expired|\
    upgrade+plan|insufficient+balance|insufficient+credit|quota|assinatura|inadimpl|pagamento",
);

/// The server has nothing at this path, in the words of Express, Fastify, WordPress and JAX-RS.
const PATH: Words = Words::new(
    "cannot post|route post:+not found|no route was found|could not find+resource|matching target resource",
);
