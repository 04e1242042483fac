//! The package's types, the cases, the README and the guide contain every gateway, code and field of the crate.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::{collections::BTreeSet, fs, path::Path};

use waevent::{
    EventInput, Gateway, IssueCode, Language, Library, OptionsInput,
    gateway::{Field, body_facts},
    reply::ReplyCode,
};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect(path)
}

/// The package's types without their comments.
fn types() -> String {
    let text = read("pkg-template/index.d.ts");
    let mut code = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").expect("a closed comment").1;
    }
    code.push_str(rest);
    code.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The text between `start` and the first `end` after it.
fn part<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(start).expect(start);
    rest.split_once(end).expect(end).0
}

/// The string literals of a union type.
fn union(types: &str, name: &str) -> BTreeSet<String> {
    let union = part(types, &format!("export type {name} ="), ";");
    union.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The property names of an interface.
fn properties(types: &str, name: &str) -> Vec<String> {
    let (_, rest) = types.split_once(&format!("export interface {name} ")).expect(name);
    let body = part(rest, "{", "\n}");
    let names = body.lines().filter_map(|line| line.split_once(':'));
    names.map(|(name, _)| name.trim().trim_end_matches('?').to_owned()).collect()
}

#[test]
fn the_types_list_every_gateway() {
    let rust: BTreeSet<String> = Gateway::all().map(|gateway| gateway.id().to_owned()).collect();
    let types = types();
    assert_eq!(union(&types, "GatewayId"), rust);
    let targets = part(&types, "export type Target =", "};\n\n");
    let named: BTreeSet<String> = targets
        .split("gateway: \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect();
    assert_eq!(named, rust, "each gateway has a target type");
}

#[test]
fn the_types_list_every_secret_as_optional() {
    let types = types();
    let targets = part(&types, "export type Target =", "};\n\n");
    for gateway in Gateway::all() {
        for secret in gateway.facts().secrets {
            assert!(targets.contains(&format!("{secret}?: string")), "{secret} is optional");
        }
    }
}

#[test]
fn the_types_list_every_issue_code() {
    let rust: BTreeSet<String> =
        IssueCode::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(union(&types(), "IssueCode"), rust);
}

#[test]
fn the_types_list_every_language_and_all_but_english_have_their_own_file() {
    let tags: BTreeSet<String> = Language::ALL.iter().map(|each| each.tag().to_owned()).collect();
    assert_eq!(union(&types(), "Language"), tags);
    let (manifest, node) = (read("pkg-template/package.json"), read("pkg-template/node.js"));
    for tag in tags.iter().filter(|tag| *tag != Language::default().tag()) {
        assert!(manifest.contains(&format!("\"./locales/{tag}\": {{")), "no export for {tag}");
        assert!(
            node.contains(&format!("import \"./locales/{tag}.js\";")),
            "node.js does not import {tag}"
        );
    }
}

#[test]
fn the_types_the_cases_and_the_guide_contain_every_reply_code() {
    let rust: BTreeSet<String> =
        ReplyCode::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    assert_eq!(union(&types(), "ReplyCode"), rust);
    let guide = read("docs/guide/servers.md");
    let mut expected = BTreeSet::new();
    let files = Gateway::all().map(Gateway::id).chain(["any"]);
    for name in files {
        let text = read(&format!("tests/cases/replies/{name}.json"));
        let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        for row in file.get("rows").and_then(serde_json::Value::as_array).expect("rows") {
            let code = row.pointer("/reply/code").and_then(serde_json::Value::as_str);
            expected.extend(code.map(str::to_owned));
        }
    }
    assert_eq!(expected, rust, "each code has a case");
    for code in rust {
        assert!(guide.contains(&format!("`{code}`")), "the guide does not name {code}");
    }
}

#[test]
fn the_types_list_the_fields_in_the_same_order() {
    let types = types();
    assert_eq!(properties(&types, "EventInput"), EventInput::NAMES);
    assert_eq!(properties(&types, "LocationInput"), EventInput::LOCATION_NAMES);
    let options = [properties(&types, "Options"), properties(&types, "ReplyOptions")].concat();
    assert_eq!(options, OptionsInput::NAMES);
}

/// The names of the extra fields: those that hold a text, a flag or a number of seconds.
fn extras() -> impl Iterator<Item = &'static str> {
    Field::ALL.iter().filter(|field| field.holds().is_some()).map(|field| field.path().0)
}

#[test]
fn the_readme_and_the_playground_have_every_extra_field() {
    let mut missing = Vec::new();
    for name in extras() {
        for (file, text) in
            [("README.md", format!("`{name}`")), ("www/index.html", format!(" name=\"{name}\""))]
        {
            if !read(file).contains(&text) {
                missing.push(format!("{file}: {text}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_gateway_has_cases_and_is_in_the_readme() {
    let readme = read("README.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for gateway in Gateway::all() {
        let facts = gateway.facts();
        let folder = root.join("tests/cases/requests").join(gateway.id());
        let cases = fs::read_dir(&folder).expect("a folder of cases").count();
        assert!(cases > 0, "{} has no cases", facts.name);
        for text in [&facts.name, &facts.id, &facts.documentation] {
            assert!(readme.contains(text), "the README does not name {text}");
        }
    }
    let folders = fs::read_dir(root.join("tests/cases/requests")).expect("a folder").count();
    assert_eq!(folders, Gateway::all().count(), "each folder of cases belongs to a gateway");
}

#[test]
fn every_operation_of_a_gateway_has_cases() {
    for facts in Gateway::all().map(Gateway::facts) {
        for operation in facts.operations.iter().map(|operation| operation.as_str()) {
            if operation == "send" {
                continue;
            }
            let text = read(&format!("tests/cases/changes/{}.json", facts.id));
            let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let mut rows =
                file.get("rows").and_then(serde_json::Value::as_array).expect("rows").iter();
            let is_of = |row: &serde_json::Value| {
                row.get("operation").is_some_and(|name| name == operation)
                    && row.get("request").is_some()
            };
            assert!(rows.any(is_of), "{} has no case for {operation}", facts.name);
        }
    }
}

#[test]
fn the_facts_of_gateways_are_those_of_their_documentation() {
    let text = read("tests/cases/gateways.json");
    let expected: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let facts: Vec<_> = Gateway::all().map(Gateway::facts).collect();
    assert_eq!(Some(&serde_json::to_value(facts).expect("JSON")), expected.get("gateways"));
}

/// Of these libraries only wa-js invents an end: two hours, according to its description in `libraries/`.
#[test]
fn the_facts_of_a_library_say_whether_it_invents_an_end() {
    let end_of = |library: Library| (library.id(), library.facts().invents_end_seconds);
    let ends: Vec<_> = Library::all().map(end_of).collect();
    assert_eq!(ends, [("baileys", None), ("whatsapp-web.js", None), ("wa-js", Some(7200))]);
}

/// The names are as their makers write them: <https://baileys.wiki>, <https://wwebjs.dev>, <https://wppconnect.io/wa-js>.
#[test]
fn each_library_has_the_name_that_its_makers_write() {
    let names: Vec<_> = Library::all().map(|library| (library.id(), library.name())).collect();
    let expected =
        [("baileys", "Baileys"), ("whatsapp-web.js", "whatsapp-web.js"), ("wa-js", "wa-js")];
    assert_eq!(names, expected);
}

#[test]
fn the_schema_of_descriptions_lists_the_facts_that_are_flags() {
    let flags: BTreeSet<String> =
        body_facts().filter(|(_, is_flag)| *is_flag).map(|(name, _)| format!("${name}")).collect();
    let schema = read("gateways/gateway.schema.json");
    let named = part(&schema, "\"$if\": { \"enum\": [", "]").split('"').skip(1).step_by(2);
    assert_eq!(named.map(str::to_owned).collect::<BTreeSet<_>>(), flags);
}

/// A schema's name is its gateway's id, followed by a hyphen and the contract or operation if it is for only one of
/// them.
#[test]
fn each_body_schema_belongs_to_the_gateway_it_is_named_after() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gateways/bodies");
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let names: BTreeSet<String> =
        files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    let mut found = BTreeSet::new();
    for gateway in Gateway::all() {
        let of_gateway: BTreeSet<String> =
            gateway.body_schemas().map(|schema| schema.name.to_owned()).collect();
        let is_own = |name: &&String| name.split('-').next() == Some(gateway.id());
        assert_eq!(of_gateway, names.iter().filter(is_own).cloned().collect());
        found.extend(of_gateway);
    }
    assert_eq!(found, names);
}

#[test]
fn every_code_has_a_case() {
    fn texts(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                texts(&path, all);
            } else {
                all.push_str(&fs::read_to_string(&path).expect("a case file"));
            }
        }
    }
    let mut all = String::new();
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut all);
    let compact: String = all.split_whitespace().collect();
    // These codes are covered by other tests: JSON cannot express lone surrogates, and only a host's zones can be
    // stale, so the package's tests do both. A law covers lists that are cut off. Faults of a file of lines are not
    // faults of an event. Signatures exist only in the package.
    let elsewhere = [
        IssueCode::LoneSurrogate,
        IssueCode::HostTimeZoneStale,
        IssueCode::MoreIssues,
        IssueCode::LinesFormat,
        IssueCode::NotUtf8,
        IssueCode::SignatureMissing,
        IssueCode::SignatureFormat,
        IssueCode::SignatureAlgorithm,
        IssueCode::SignatureMismatch,
        IssueCode::SignatureUnpublished,
    ];
    for code in IssueCode::ALL {
        let named = compact.contains(&format!("\"code\":\"{code}\""));
        assert!(named != elsewhere.contains(code), "{code} is in the cases: {named}");
    }
}

/// Each page must be short enough to read in one sitting.
#[test]
fn pages_are_short() {
    let lines = |path: &Path| fs::read_to_string(path).expect("a page").lines().count();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![(root.join("README.md"), 400), (root.join("DESIGN.md"), 200)];
    for entry in fs::read_dir(root.join("docs/design")).expect("the design") {
        pages.push((entry.expect("a page").path(), 200));
    }
    assert!(pages.len() > 8, "{pages:?}");
    for (page, most) in pages {
        assert!(lines(&page) < most, "{} has {} lines", page.display(), lines(&page));
    }
}

/// A tag can be moved to other code, but a commit cannot.
#[test]
fn actions_of_workflows_are_pinned_by_commit() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows");
    let mut actions = 0;
    for entry in fs::read_dir(folder).expect("workflows") {
        let text = fs::read_to_string(entry.expect("a workflow").path()).expect("text");
        for action in text
            .lines()
            .filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix("uses: "))
        {
            let commit =
                action.split_once('@').and_then(|(_, behind)| behind.split_whitespace().next());
            let is_commit = |commit: &str| {
                commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit())
            };
            assert!(commit.is_some_and(is_commit), "{action}");
            actions += 1;
        }
    }
    assert!(actions > 3, "{actions}");
}
