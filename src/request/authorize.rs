//! Puts secrets into the slots of a draft.
//!
//! A slot is a place that contains the placeholder and nothing else. Each missing secret has one:
//!
//! - a segment of the URL's path,
//! - the value of a parameter of its query,
//! - the value of a header, alone or after a scheme such as `Bearer`,
//! - the text of the body's outermost field with the secret's name, `access_token` for `accessToken`.
//!
//! Everything else is text, even if it looks like a placeholder: a guest may call an event `{token}`.

use super::{GatewayRequest, is_header_value, secret::placeholder};
use crate::{
    issue::{Fault, Found, IssueCode as Code, Path, Report, Verdict, verdict},
    json::{Flaw, rewrite},
    percent, search,
    text::concat,
    url::is_segment,
};

impl GatewayRequest {
    /// Returns the request with its missing secrets filled in from `secrets`, by name. Other secrets are ignored. Those
    /// that are not given stay missing. The body is written anew.
    ///
    /// # Errors
    /// A secret is not 1 to 4096 visible ASCII characters, or is in the path and is no plain name; a missing secret has
    /// no slot or several, or is listed twice; the header or parameter of a slot occurs twice; the body is not a JSON
    /// object, or has a name twice.
    pub fn authorize<'s>(
        &self,
        secrets: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Verdict<Self> {
        verdict(self.filled(secrets))
    }

    pub(crate) fn filled<'s>(
        &self,
        secrets: impl IntoIterator<Item = (&'s str, &'s str)>,
    ) -> Found<Self> {
        let mut report = Report::new(false);
        let mut slots = Slots::of(&self.missing_secrets, secrets);
        let url = slots.fill_url(&self.url, &mut report);
        let headers = slots.fill_headers(&self.headers, &mut report);
        let body = rewrite(&self.body, |name, text| slots.fill_field(name, text));
        let body = report_flaw(body, &mut report);
        slots.judge(body.is_some(), &mut report);
        let missing_secrets = slots.missing();
        (body.map(|body| Self { url, headers, body, missing_secrets }), report)
    }
}

fn report_flaw(body: Result<String, Flaw<'_>>, report: &mut Report) -> Option<String> {
    match body {
        Ok(body) => return Some(body),
        Err(Flaw::Repeated(name)) => {
            report.fault(Code::RepeatedField, Path::of_part("body", &name));
        }
        Err(Flaw::NotAnObject) => {
            let fault = Fault::new(Code::WrongType).with("expected", "object");
            report.fault(fault.with("found", "text that is not JSON"), "body");
        }
    }
    None
}

/// The slots of all missing secrets. All are searched for in the original draft, so that no secret that was filled in
/// can make a slot for another.
struct Slots<'s>(Vec<Slot<'s>>);

/// The slot of a secret.
struct Slot<'s> {
    name: &'s str,
    placeholder: String,
    /// What is filled in. The placeholder stays if nothing is given.
    value: Option<&'s str>,
    is_in_path: bool,
    /// How many slots there are.
    found: usize,
    /// How often the placeholder occurs in places where no guest's text can be.
    places: usize,
    is_listed_twice: bool,
}

impl<'s> Slots<'s> {
    fn of<'given: 's>(
        missing: &'s [String],
        secrets: impl IntoIterator<Item = (&'given str, &'given str)>,
    ) -> Self {
        let mut slots: Vec<Slot<'s>> = Vec::new();
        for name in missing {
            match slots.iter_mut().find(|slot| slot.name == name) {
                Some(slot) => slot.is_listed_twice = true,
                None => slots.push(Slot::new(name)),
            }
        }
        for (name, value) in secrets {
            if let Some(slot) = slots.iter_mut().find(|slot| slot.name == name) {
                slot.value.get_or_insert(value);
            }
        }
        Self(slots)
    }

    /// The slot whose placeholder is `place`. Counts it.
    fn at(&mut self, place: &str) -> Option<&mut Slot<'s>> {
        let slot = self.0.iter_mut().find(|slot| slot.placeholder == place)?;
        slot.found = slot.found.saturating_add(1);
        Some(slot)
    }

    /// Counts placeholders in places for names, addresses and secrets, none of which can contain a brace. Nor can the
    /// name of a secret, so it is enough to look for pairs of braces without braces in between.
    fn count(&mut self, text: &str) {
        for behind in search::split(text, b"{").skip(1) {
            let (name, brace) = search::split_before(behind, b"}");
            let slot = self.0.iter_mut().find(|slot| slot.name == name);
            if let Some(slot) = slot.filter(|_| !brace.is_empty()) {
                slot.places = slot.places.saturating_add(1);
            }
        }
    }

    fn fill_url(&mut self, url: &str, report: &mut Report) -> String {
        /// The index of the host among the pieces between slashes. It follows the scheme and an empty piece.
        const HOST: usize = 2;
        self.count(url);
        let (hierarchy, suffix) = search::split_before(url, b"?#");
        let (query, fragment) = search::split_before(suffix, b"#");
        let mut filled = String::with_capacity(url.len());
        // Clients read any number of slashes, of either kind, as two, and what follows as the host.
        let host = search::split(hierarchy, b"/").nth(HOST).unwrap_or_default();
        let has_host = host
            .starts_with(|character: char| character.is_ascii_alphanumeric() || character == '[');
        for (place, segment) in search::split(hierarchy, b"/").enumerate() {
            filled.push_str(if place == 0 { "" } else { "/" });
            let is_path = has_host && place > HOST;
            let slot = if is_path { self.at(segment) } else { None };
            filled.push_str(slot.map_or(segment, |slot| {
                slot.is_in_path = true;
                slot.value.unwrap_or(segment)
            }));
        }
        let pairs = || search::split(query.get(1..).unwrap_or_default(), b"&");
        for (place, pair) in pairs().enumerate() {
            filled.push_str(if place > 0 { "&" } else { query.get(..1).unwrap_or_default() });
            let (name, value) = search::split_at(pair, b"=").unwrap_or((pair, ""));
            let Some(slot) = self.at(value) else {
                filled.push_str(pair);
                continue;
            };
            let is_same = |pair: &&str| {
                let other = search::split_before(pair, b"=").0;
                percent::decode(other) == percent::decode(name)
            };
            if slot.is_first() && pairs().filter(is_same).count() > 1 {
                report.fault(Code::RepeatedField, Path::of_part("url", name));
            }
            match slot.value {
                Some(secret) => {
                    filled.extend([name, "="]);
                    percent::push_encoded(&mut filled, secret);
                }
                None => filled.push_str(pair),
            }
        }
        filled.push_str(fragment);
        filled
    }

    /// The header of a slot must be unique, as its parameter must: of two headers with the same name, in any case, both
    /// are sent.
    fn fill_headers(
        &mut self,
        headers: &[(String, String)],
        report: &mut Report,
    ) -> Vec<(String, String)> {
        let fill = |(name, value): &(String, String)| {
            self.count(name);
            self.count(value);
            let (scheme, place) = split_scheme(value);
            let Some(slot) = self.at(place) else { return (name.clone(), value.clone()) };
            let same = headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
            if slot.is_first() && same.count() > 1 {
                report.fault(Code::RepeatedField, Path::of_part("headers", name));
            }
            (name.clone(), concat(&[scheme, slot.value.unwrap_or(place)]))
        };
        headers.iter().map(fill).collect()
    }

    fn fill_field(&mut self, name: &str, text: &str) -> Option<&'s str> {
        let slot = self.0.iter_mut().find(|slot| slot.placeholder == text)?;
        if snake_case(slot.name) != name {
            return None;
        }
        slot.found = slot.found.saturating_add(1);
        slot.places = slot.places.saturating_add(1);
        slot.value
    }

    /// If the body could not be read, its slots are unknown.
    fn judge(&self, is_body_read: bool, report: &mut Report) {
        for slot in &self.0 {
            if slot.is_listed_twice {
                report.fault(Code::RepeatedField, Path::of_part("missingSecrets", slot.name));
            }
            let fault = if is_body_read { slot.fault_of_place() } else { None };
            if let Some(fault) = fault.or_else(|| slot.fault_of_value()) {
                report.fault(fault, Path::of_field(slot.name));
            }
        }
    }

    fn missing(&self) -> Vec<String> {
        let missing = self.0.iter().filter(|slot| slot.value.is_none());
        missing.map(|slot| slot.name.to_owned()).collect()
    }
}

impl<'s> Slot<'s> {
    fn new(name: &'s str) -> Self {
        Self {
            name,
            placeholder: placeholder(name),
            value: None,
            is_in_path: false,
            found: 0,
            places: 0,
            is_listed_twice: false,
        }
    }

    /// Several slots are refused. Only the first is examined more closely, because a draft may have thousands.
    const fn is_first(&self) -> bool {
        self.found == 1
    }

    fn fault_of_place(&self) -> Option<Fault> {
        let reason = match (self.found, self.places) {
            (0, _) | (_, 0) => "no_slot",
            (_, 1) => return None,
            _ => "several_slots",
        };
        Some(Fault::new(Code::FieldUnsupported).with("reason", reason))
    }

    fn fault_of_value(&self) -> Option<Fault> {
        let value = self.value?;
        if !is_header_value(value) {
            return Some(Code::HeaderValue.into());
        }
        // In a path, unlike a query, no escape keeps `..` from leading elsewhere.
        (self.is_in_path && !is_segment(value)).then(|| Code::TargetSegment.into())
    }
}

/// Splits a value into its scheme with the space after it, and the rest. The scheme is empty if there is none.
fn split_scheme(value: &str) -> (&str, &str) {
    let scheme = value.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match value.split_at_checked(scheme.saturating_add(1)) {
        Some((before, place)) if scheme > 0 && before.ends_with(' ') => (before, place),
        _ => ("", value),
    }
}

/// The name of a secret's field in the body: `access_token` for `accessToken`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}
