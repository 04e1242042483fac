//! Words that are kept, and words that a secret may follow.

/// Names for a secret, in English, Portuguese and Spanish. Longer names end with one of them.
const SECRETS: &str = "token key apikey accesskey secretkey secret password passwd passphrase pwd pass senha contraseña clave \
    chave segredo secreto authorization bearer basic credential cookie jwt signature sessionid sid";

/// Ends of longer names that are written as one word.
const SECRET_ENDS: &[&str] = &["token", "password", "secret", "apikey"];

/// Parts of the names that gateways use for fields, states and errors, and of their URLs: `event.startTime`,
/// `SCAN_QR_CODE`, `upstream_error`, `ThrottlerException`.
const KNOWN: &str = "access account ack after allowed already and api app at auth bad be body by call canceled card chat client \
    code conflict connected connection content context creation data date default delay denied description details \
    disconnected does empty end engine err error event events exceeded exception exist expired extra fail failed field forbidden \
    format found from gateway group groups guests has header host html http https id ids in instance instances internal \
    invalid is jid join json large latitude lid limit link location login long longitude media message messages method missing \
    must name net no not null number of offline offset on param parameter parameters params path payload pending phone post precondition press \
    private proxy qr query queue queued quota rate refused reminder remote reply request requests required rest retry route \
    scan schedule sec seconds send sent serialized server service session sessions start starting status stopped \
    success true false undefined syntax text throttler time timeout timestamp to too type unauthorized unavailable unknown unprocessable unsupported \
    upstream url us user valid validation value version video voice webhook whats whatsapp word working wp xml zaap \
    zone";

/// The ids and names of gateways, and the words in them, in lower case.
const GATEWAYS: &str = include_str!("../../../gateways/names.txt");

/// What may follow the name of a secret, besides participles and nouns of actions.
const FOLLOWS: &str = "a an and are as at be because but by can cannot check could did do does doesn don empty exists expected fails for \
    format from given had has have header headers here if in incorrect into invalid isn it length limit malformed may mismatch \
    missing must name need needs not null of on only or out parameter parameters please query required set should so string that the \
    then this to too type unknown used value values was wasn were when which while will with without wrong you your \
    ao ausente com da de desconhecida desconhecido do em errada errado está expirou falta foi incorreta incorreto informe inválida \
    inválido já não na nem no nula nulo o obrigatória obrigatório ou para pelo por que requerida se sem vazia vazio é \
    caducado con contiene debe del desconocida el en equivocada es expiró faltante fue incorrecta incorrecto la nula obligatoria \
    obligatorio o requerido sin vacía vacío y ya";

/// Words between the name of a secret and the secret.
const COPULAS: &str = "is are was were é es está foi fue";

/// Names that are known as a whole.
const EXACT: &str = "e.g i.e c.us g.us s.whatsapp.net x-api-key";

/// Ends of participles and nouns of actions.
const FOLLOWING_ENDS: &[&str] = &["ed", "ing", "tion", "ado", "ada", "ido", "ida", "ção", "ción"];

/// The shortest word, in bytes, whose end counts. Shorter words may end like that by chance.
const LEAST_WITH_END: usize = 5;

/// What may follow a number.
pub(super) const UNITS: &str = "s ms m min h d z kb mb gb x st nd rd th am pm";

/// What a number may follow.
pub(super) const NUMBERED: &str = "rfc iso utf http ipv sha md base oauth tls ssl v e h php";

/// What WhatsApp's ids end with, after their digits.
pub(super) const DOMAINS: &[&str] = &["@s.whatsapp.net", "@c.us", "@g.us", "@lid", "-group"];

/// Whether a list has the word, in any case.
pub(super) fn is_listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed.eq_ignore_ascii_case(word))
}

/// Whether each part of a name is one that gateways use.
pub(super) fn is_known(name: &str) -> bool {
    let is_part = |part| is_listed(KNOWN, part) || is_listed(GATEWAYS, part) || is_secret(part);
    is_listed(EXACT, name) || is_listed(GATEWAYS, name) || parts(name).all(is_part)
}

/// Whether a secret may follow: `token`, `X-Api-Key`, `clientSecret`.
pub(super) fn names_secret(name: &str) -> bool {
    let is_joined = || {
        let letters = name.chars().filter(|character| !matches!(character, '_' | '-' | '.'));
        is_secret(&letters.collect::<String>())
    };
    parts(name).last().is_some_and(is_secret) || is_joined()
}

/// Whether a word may follow the name of a secret without being a secret.
pub(super) fn follows_name(word: &str) -> bool {
    is_listed(FOLLOWS, word)
        || FOLLOWING_ENDS.iter().any(|end| word.len() >= LEAST_WITH_END && word.ends_with(end))
}

/// Whether a word may follow the name of a secret and a colon without being a secret.
pub(super) fn follows_colon(word: &str) -> bool {
    is_listed(FOLLOWS, word)
}

pub(super) fn is_copula(word: &str) -> bool {
    is_listed(COPULAS, word)
}

fn is_secret(word: &str) -> bool {
    let single = word.strip_suffix(['s', 'S']).unwrap_or(word);
    let ends = |end: &&str| {
        let start = word.len().checked_sub(end.len());
        start
            .and_then(|start| word.get(start..))
            .is_some_and(|found| found.eq_ignore_ascii_case(end))
    };
    [word, single].iter().any(|word| is_listed(SECRETS, word)) || SECRET_ENDS.iter().any(ends)
}

/// The parts of a name, which is split at `_`, `-` and `.`, and before capitals: `isScheduleCall` has three.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(name);
    core::iter::from_fn(move || {
        let text = rest?;
        let end = part_length(text);
        let (part, behind) = text.split_at_checked(end).unwrap_or((text, ""));
        rest = if behind.is_empty() {
            None
        } else {
            Some(behind.strip_prefix(['_', '-', '.']).unwrap_or(behind))
        };
        Some(part)
    })
}

fn part_length(name: &str) -> usize {
    let bytes = name.as_bytes();
    let mut before = b'_';
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at.saturating_add(1)).copied().unwrap_or(b'_');
        let begins = byte.is_ascii_uppercase()
            && (before.is_ascii_lowercase()
                || before.is_ascii_uppercase() && next.is_ascii_lowercase());
        if begins || matches!(byte, b'_' | b'-' | b'.') {
            return at;
        }
        before = *byte;
    }
    name.len()
}
