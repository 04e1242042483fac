//! The credential types of the n8n node: a class for each gateway, as n8n loads them.
//!
//! In a test request, a secret is in braces, as in any draft, and the class fills it in. n8n fills in the other fields
//! of an account, with expressions.

use super::{Page, gateways};
use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write;
use waevent::gateway::TargetFact;

const FOLDER: &str = "n8n/credentials";

/// The files by their names, and their texts.
pub fn files() -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for page in gateways()? {
        let account = Account::of(&page).with_context(|| page.facts.id.clone())?;
        files.push((format!("{FOLDER}/{}.credentials.ts", account.class), account.text()?));
    }
    Ok(files)
}

/// The table of credentials in the node's README.
pub fn table() -> Result<String> {
    let mut table = String::from("\n\n| credential | account | secrets |\n|---|---|---|\n");
    for page in gateways()? {
        let account = Account::of(&page).with_context(|| page.facts.id.clone())?;
        let labels = |fits: &dyn Fn(&Field<'_>) -> bool| {
            let fields = account.fields.iter().filter(|field| fits(field));
            let labels: Vec<String> = fields
                .map(|field| {
                    let mark = if field.is_required { "" } else { ", if there is one" };
                    format!("{}{mark}", field.label)
                })
                .collect();
            labels.join("; ")
        };
        let own = labels(&|field| {
            !field.is_secret() && (field.fact.is != "baseUrl" || field.is_required)
        });
        let own = if own.is_empty() { "identified by the secret" } else { &own };
        let secrets = labels(&|field| field.is_secret());
        writeln!(table, "| {} Events API | {own} | {secrets} |", account.name)?;
    }
    Ok(table + "\n")
}

/// The class of a gateway's credential.
pub fn class(id: &str) -> String {
    let (first, rest) = id.split_at(1);
    format!("{}{rest}EventsApi", first.to_uppercase())
}

struct Account<'p> {
    id: &'p str,
    name: &'p str,
    class: String,
    documentation: &'p str,
    read: &'p str,
    status: &'p Value,
    fields: Vec<Field<'p>>,
}

struct Field<'p> {
    fact: &'p TargetFact,
    label: String,
    about: &'p str,
    example: &'p str,
    is_required: bool,
}

impl Field<'_> {
    fn is_secret(&self) -> bool {
        self.fact.is == "secret"
    }
}

impl<'p> Account<'p> {
    fn of(Page { json, facts, .. }: &'p Page) -> Result<Self> {
        let text = |value: &'p Value| value.as_str();
        let documentation = text(&json["account"]["documentation"])
            .or_else(|| text(&json["documentation"]))
            .context("no documentation")?;
        let mut fields: Vec<Field<'p>> = facts
            .target
            .iter()
            .filter(|fact| fact.is != "choice")
            .map(|fact| {
                let field = &json["target"][&fact.name];
                let label = text(&field["label"]).map_or_else(|| title(&fact.name), str::to_owned);
                let is_required = match fact.is {
                    "secret" => field["optional"] != true,
                    "label" => false,
                    _ => fact.default.is_none(),
                };
                let about = text(&field["about"]).unwrap_or_default();
                let example = text(&field["example"]).unwrap_or_default();
                Field { fact, label, about, example, is_required }
            })
            .collect();
        fields.sort_by_key(|field| field.fact.is != "baseUrl");
        Ok(Self {
            id: &facts.id,
            name: &facts.name,
            class: class(&facts.id),
            documentation,
            read: text(&json["read"]).unwrap_or_default(),
            status: &json["account"]["status"],
            fields,
        })
    }

    fn text(&self) -> Result<String> {
        let Self { id, name, class, documentation, read, status, .. } = self;
        let page = status["documentation"].as_str().context("no page on its status")?;
        let secrets: Vec<String> = self
            .fields
            .iter()
            .filter(|field| field.is_secret())
            .map(|field| quoted(&field.fact.name))
            .collect();
        let mut properties = String::new();
        for field in &self.fields {
            property(field, &mut properties)?;
        }
        Ok(format!(
            "// Written by `cargo xtask gateways` from gateways/{id}.json.\n\
             import type {{\n  ICredentialDataDecryptedObject,\n  ICredentialTestRequest,\n  ICredentialType,\n  \
             IHttpRequestOptions,\n  INodeProperties,\n}} from 'n8n-workflow';\n\
             import {{ putIn }} from '../engine/secrets';\n\n\
             /** An account of {name}. {page}, read {read}. */\n\
             export class {class} implements ICredentialType {{\n  \
             name = '{id}EventsApi';\n\n  \
             displayName = {};\n\n  \
             documentationUrl = {};\n\n  \
             icon = {{ light: 'file:../icons/waevent.svg', dark: 'file:../icons/waevent.dark.svg' }} as const;\n\n  \
             properties: INodeProperties[] = [\n{properties}  ];\n\n  \
             async authenticate(\n    credentials: ICredentialDataDecryptedObject,\n    request: IHttpRequestOptions,\n  \
             ): Promise<IHttpRequestOptions> {{\n    \
             return putIn([{}], credentials, request);\n  }}\n\n{}}}\n",
            quoted(&format!("{name} Events API")),
            quoted(documentation),
            secrets.join(", "),
            self.test()?,
        ))
    }

    /// The request with which n8n tests an account.
    fn test(&self) -> Result<String> {
        let url = self.status["url"].as_str().and_then(|url| url.strip_prefix("{baseUrl}"));
        let url = url.context("no URL of its status")?;
        let mut lines = format!(
            "      baseURL: '={{{{$credentials.baseUrl.trim()}}}}',\n      url: {},\n",
            quoted(&self.expression(url))
        );
        if let Some(method) = self.status["method"].as_str() {
            writeln!(lines, "      method: {},", quoted(method))?;
        }
        let body = &self.status["body"];
        let typed = if body.is_null() { "" } else { "'Content-Type': 'application/json'" };
        for (name, texts, more) in [
            ("qs", &self.status["query"], ""),
            ("headers", &self.status["headers"], typed),
            ("body", body, ""),
        ] {
            let texts = texts.as_object().into_iter().flatten();
            let own = texts.map(|(name, text)| {
                let text = text.as_str().unwrap_or_default();
                format!("{}: {}", key(name), quoted(&self.header(text)))
            });
            let pairs: Vec<String> =
                [more.to_owned()].into_iter().filter(|more| !more.is_empty()).chain(own).collect();
            if !pairs.is_empty() {
                writeln!(lines, "      {name}: {{ {} }},", pairs.join(", "))?;
            }
        }
        let mut rules = String::new();
        for trouble in self.status["troubles"].as_array().into_iter().flatten() {
            let field = |name: &str| trouble[name].as_str().map(quoted);
            let value = field("is").unwrap_or_else(|| trouble["is"].to_string());
            writeln!(
                rules,
                "      {{\n        type: 'responseSuccessBody',\n        \
                 properties: {{ key: {}, value: {value}, message: {} }},\n      }},",
                field("path").context("no path")?,
                field("message").context("no message")?,
            )?;
        }
        let rules = if rules.is_empty() { rules } else { format!("    rules: [\n{rules}    ],\n") };
        Ok(format!(
            "  test: ICredentialTestRequest = {{\n    request: {{\n{lines}    }},\n{rules}  }};\n"
        ))
    }

    /// A text with placeholders, as n8n fills it: secrets stay in braces, and everything else becomes an expression.
    fn expression(&self, text: &str) -> String {
        let mut whole = text.to_owned();
        for field in self.fields.iter().filter(|field| !field.is_secret()) {
            let name = &field.fact.name;
            let own = field.fact.default.as_deref().filter(|_| field.fact.is == "label");
            let other = own.map(|other| format!(" || {other:?}")).unwrap_or_default();
            whole = whole.replace(
                &format!("{{{name}}}"),
                &format!("{{{{$credentials.{name}.trim(){other}}}}}"),
            );
        }
        if whole == text { whole } else { format!("={whole}") }
    }

    /// The same for a header. If it has a secret that an account lacks, its value is empty, and a header without a
    /// value is left out.
    fn header(&self, text: &str) -> String {
        let optional = self.fields.iter().find(|field| {
            field.is_secret()
                && !field.is_required
                && text.contains(&format!("{{{}}}", field.fact.name))
        });
        match optional {
            Some(field) => {
                format!("={{{{$credentials.{}.trim() ? \"{text}\" : \"\"}}}}", field.fact.name)
            }
            None => self.expression(text),
        }
    }
}

fn property(field: &Field<'_>, out: &mut String) -> Result<()> {
    let default = field.fact.default.as_deref().unwrap_or_default();
    // An example that fits any account is offered as the default.
    let offered = if field.fact.is == "segment" { field.example } else { default };
    write!(
        out,
        "    {{\n      displayName: {},\n      name: {},\n      type: 'string',\n",
        quoted(&field.label),
        quoted(&field.fact.name)
    )?;
    if field.is_secret() {
        out.push_str("      typeOptions: { password: true },\n");
    }
    writeln!(out, "      default: {},", quoted(offered))?;
    if field.is_required {
        out.push_str("      required: true,\n");
    }
    if field.fact.is == "baseUrl" && !field.example.is_empty() {
        writeln!(out, "      placeholder: {},", quoted(&format!("e.g. {}", field.example)))?;
    }
    if !field.about.is_empty() {
        writeln!(out, "      description: {},", quoted(&sentence(field.about)))?;
    }
    out.push_str("    },\n");
    Ok(())
}

/// `instanceId` as n8n writes it: `Instance ID`.
fn title(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if words.is_empty() {
            words.extend(letter.to_uppercase());
        } else {
            if letter.is_ascii_uppercase() {
                words.push(' ');
            }
            words.push(letter);
        }
    }
    let is_short = |word: &&str| ["Id", "Api", "Url"].contains(word);
    let words: Vec<String> = words
        .split(' ')
        .map(|word| if is_short(&word) { word.to_uppercase() } else { word.to_owned() })
        .collect();
    words.join(" ")
}

/// A description as n8n writes it: without marks of code, and without the full stop if it is one sentence.
fn sentence(about: &str) -> String {
    let words: Vec<&str> = about.split('`').step_by(2).collect();
    let plain = about.replace('`', "");
    match plain.strip_suffix('.') {
        Some(one) if !words.concat().contains(". ") => one.to_owned(),
        _ => plain,
    }
}

/// The name of an object's property, quoted if that is needed.
fn key(name: &str) -> String {
    let is_plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if is_plain { name.to_owned() } else { quoted(name) }
}

/// A string of TypeScript, in quotation marks that it does not contain.
fn quoted(text: &str) -> String {
    let mark = if text.contains('\'') { '"' } else { '\'' };
    format!("{mark}{text}{mark}")
}
