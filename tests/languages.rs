//! Messages as people should read them, in each language.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde::Deserialize;
use serde_json::{Value as Json, json};
use waevent::{Language, format_issue, input::Value};

fn value(json: &Json) -> Value<'_> {
    Value::deserialize(json).expect("reading never fails")
}

fn message(issue: &Json, language: Language) -> String {
    let verdict = format_issue(&value(issue), &Value::Text(language.tag().into()));
    verdict.unwrap_or_else(|refusal| panic!("{refusal}: {issue}")).value
}

/// The message with its isolates in sight: `[` for the first strong, `<` for left to right, `|` for the end.
fn seen(message: &str) -> String {
    message.replace('\u{2068}', "[").replace('\u{2066}', "<").replace('\u{2069}', "|")
}

#[track_caller]
fn assert_told(issue: &Json, expected: [&str; 4]) {
    for (language, expected) in Language::ALL.iter().zip(expected) {
        assert_eq!(seen(&message(issue, *language)), expected, "{}", language.tag());
    }
}

#[test]
fn what_is_wrong_and_what_to_do() {
    assert_told(
        &json!({ "code": "required", "path": ["start"] }),
        [
            "Say when the event starts.",
            "Informe quando o evento começa.",
            "Indique cuándo empieza el evento.",
            "حدّد متى يبدأ الحدث.",
        ],
    );
    assert_told(
        &json!({ "code": "required", "path": ["gateway"] }),
        [
            "Fill in \"gateway\".",
            "Preencha \"gateway\".",
            "Complete \"gateway\".",
            "املأ «[gateway|».",
        ],
    );
    assert_told(
        &json!({ "code": "phone_country_missing", "path": ["to"] }),
        [
            "Add the country code to the phone number, like +55 11 99999-9999.",
            "Acrescente o código do país ao número de telefone, como +55 11 99999-9999.",
            "Añada el código de país al número de teléfono, como +55 11 99999-9999.",
            "أضف رمز البلد إلى رقم الهاتف، مثل <+55 11 99999-9999|.",
        ],
    );
    let national = json!({
        "code": "phone_country_missing",
        "path": ["to"],
        "params": { "candidates": ["BR", "PE"] },
    });
    assert_told(
        &national,
        [
            "Write the phone number with a plus sign and its country code, like +55 11 99999-9999, or set country: these digits may belong to BR, PE.",
            "Escreva o número de telefone com o sinal de mais e o código do país, como +55 11 99999-9999, ou defina country: estes dígitos podem ser de BR, PE.",
            "Escriba el número de teléfono con el signo más y el código de país, como +55 11 99999-9999, o indique country: estos dígitos pueden ser de BR, PE.",
            "اكتب رقم الهاتف مع علامة زائد ورمز البلد، مثل <+55 11 99999-9999|، أو حدّد <country|: قد تكون هذه الأرقام من [BR|، [PE|.",
        ],
    );
    assert_told(
        &json!({ "code": "lone_surrogate", "path": ["name"], "params": { "index": 2 } }),
        [
            "Type the emoji or letter in \"name\" again: half of it is missing.",
            "Digite de novo o emoji ou a letra em \"name\": falta metade.",
            "Escriba de nuevo el emoji o la letra de \"name\": le falta la mitad.",
            "أعد كتابة الرمز التعبيري أو الحرف في «[name|»: نصفه مفقود.",
        ],
    );
    let stale = json!({
        "code": "host_time_zone_stale",
        "path": ["start"],
        "params": { "timeZone": "America/Sao_Paulo" },
    });
    assert_told(
        &stale,
        [
            "Update this system: its data for the time zone \"America/Sao_Paulo\" is out of date, so it would show \"start\" wrongly. The request is right.",
            "Atualize este sistema: os dados dele sobre o fuso horário \"America/Sao_Paulo\" estão desatualizados, e \"start\" apareceria errado. A requisição está correta.",
            "Actualice este sistema: sus datos de la zona horaria \"America/Sao_Paulo\" están desactualizados y mostrarían mal \"start\". La petición es correcta.",
            "حدّث هذا النظام: بياناته عن المنطقة الزمنية «[America/Sao_Paulo|» قديمة، لذلك سيعرض «[start|» بشكل خاطئ. الطلب نفسه صحيح.",
        ],
    );
}

#[test]
fn words_lists_and_paths_are_those_of_the_language() {
    let issue = json!({
        "code": "wrong_type",
        "path": ["location", "name"],
        "params": { "expected": "string", "found": "number" },
    });
    assert_told(
        &issue,
        [
            "Expected string in \"location.name\", found number.",
            "Use um texto em \"location.name\" em vez de um número.",
            "Use un texto en \"location.name\" en lugar de un número.",
            "غيّر نوع القيمة في «[location.name|» إلى: نص (النوع الحالي: رقم).",
        ],
    );
    let issue = json!({
        "code": "recipient_unsupported",
        "path": ["to"],
        "params": { "gateway": "zapi", "gatewayName": "Z-API", "kind": "person" },
    });
    assert_told(
        &issue,
        [
            "Choose another recipient: Z-API cannot send events to a person.",
            "Escolha outro destinatário: Z-API não consegue enviar eventos a uma pessoa.",
            "Elija otro destinatario: Z-API no puede enviar eventos a una persona.",
            "اختر مستلمًا آخر: لا يمكن إرسال الأحداث عبر [Z-API| إلى شخص.",
        ],
    );
    let issue = json!({
        "code": "time_ambiguous",
        "path": ["start"],
        "params": { "candidates": [1, 3601], "offsets": ["-02:00", "-03:00"] },
    });
    assert_told(
        &issue,
        [
            "Choose one of two: \"start\" exists twice as the clocks go back, with the offsets -02:00, -03:00.",
            "Escolha um dos dois: \"start\" acontece duas vezes, pois os relógios são atrasados; as diferenças para o UTC são -02:00, -03:00.",
            "Elija uno de los dos: \"start\" ocurre dos veces, pues los relojes se atrasan; las diferencias con UTC son -02:00, -03:00.",
            "اختر أحد الوقتين: «[start|» يأتي مرتين لأن الساعات تُؤخَّر حينها، بفارقي التوقيت [-02:00|، [-03:00|.",
        ],
    );
    // A plus sign that was outside of the isolate would stand behind its number.
    let issue = json!({ "code": "phone_invalid_for_region", "path": ["to"], "params": { "callingCode": 966 } });
    let arabic = seen(&message(&issue, Language::Arabic));
    assert!(arabic.ends_with("رمز البلد <+[966||."), "{arabic}");
}

/// The message of a text that is too long, up to what it has.
fn too_long(max: i64, language: Language) -> String {
    let issue =
        json!({ "code": "too_long", "path": ["name"], "params": { "max": max, "length": 9999 } });
    seen(&message(&issue, language))
}

#[test]
fn numbers_have_the_plural_that_they_ask_for() {
    let numbers = [0, 1, 2, 3, 11, 100, 2_000_000];
    let expected = [
        [
            "0 characters",
            "1 character",
            "2 characters",
            "3 characters",
            "11 characters",
            "100 characters",
            "2000000 characters",
        ],
        [
            "0 caractere;",
            "1 caractere;",
            "2 caracteres;",
            "3 caracteres;",
            "11 caracteres;",
            "100 caracteres;",
            "2000000 de caracteres;",
        ],
        [
            "0 caracteres",
            "1 carácter ",
            "2 caracteres",
            "3 caracteres",
            "11 caracteres",
            "100 caracteres",
            "2000000 de caracteres",
        ],
        [
            "إلى [0| حرف على",
            "إلى حرف واحد على",
            "إلى حرفين على",
            "إلى [3| أحرف على",
            "إلى [11| حرفًا على",
            "إلى [100| حرف على",
            "إلى [2000000| حرف على",
        ],
    ];
    for (language, expected) in Language::ALL.iter().zip(expected) {
        for (number, expected) in numbers.into_iter().zip(expected) {
            let message = too_long(number, *language);
            assert!(message.contains(expected), "{expected}: {message}");
        }
    }
    let short = |minutes: i64, language| {
        let issue = json!({ "code": "duration_short", "path": ["end"], "params": { "minimumMinutes": minutes } });
        seen(&message(&issue, language))
    };
    assert_eq!(
        short(15, Language::Arabic),
        "يُستحسن أن تكون المدة [15| دقيقة أو أكثر: تصعب رؤية حدث أقصر في التقويم."
    );
    assert!(short(3, Language::Arabic).contains("المدة [3| دقائق أو"));
    assert!(short(1, Language::Portuguese).contains("Considere 1 minuto ou mais"));
    assert!(short(1, Language::Spanish).contains("Considere 1 minuto o más"));
}

#[test]
fn a_fact_cannot_turn_the_text_around_it() {
    let name = "\u{202e}\u{2066}\u{2069}\u{2069}a\nb";
    let issue = json!({ "code": "unknown_field", "path": [name] });
    let expected =
        "لا يوجد حقل باسم «[\u{fffd}\u{fffd}\u{fffd}\u{fffd}a\u{fffd}b|»، لذلك تم تجاهله.";
    assert_eq!(seen(&message(&issue, Language::Arabic)), expected);
}

#[test]
fn a_field_of_a_fact_s_name_is_no_fact() {
    let issue = json!({ "code": "unknown_field", "path": ["suggestion"] });
    let expected = "No field is called \"suggestion\", so it was ignored.";
    assert_eq!(message(&issue, Language::English), expected);
    let zone = json!({ "code": "time_zone_unknown", "path": ["timeZone"], "params": { "timeZone": "second" } });
    assert!(message(&zone, Language::Spanish).contains("\"second\""), "a zone is no word");
}

#[test]
fn what_is_no_issue_is_refused() {
    let params = json!({ "max": 1, "length": 2 });
    for issue in [
        json!(null),
        json!("too_long"),
        json!([]),
        json!({}),
        json!({ "code": "too_long", "params": params }),
        json!({ "code": "too_long", "path": [], "params": params }),
        json!({ "code": "too_long", "path": "name", "params": params }),
        json!({ "code": "too_long", "path": [{ "key": "name" }], "params": params }),
        json!({ "code": "tooLong", "path": ["name"], "params": params }),
        json!({ "code": 5, "path": ["name"], "params": params }),
        // Facts that the message tells.
        json!({ "code": "too_long", "path": ["name"] }),
        json!({ "code": "too_long", "path": ["name"], "params": { "max": 1 } }),
        json!({ "code": "too_long", "path": ["name"], "params": { "max": 1.5, "length": 2 } }),
        json!({ "code": "too_long", "path": ["name"], "params": [1, 2] }),
    ] {
        let refusal = format_issue(&value(&issue), &Value::Absent).expect_err(&issue.to_string());
        let found: Vec<String> =
            refusal.issues.iter().map(|issue| issue.code().to_string()).collect();
        assert_eq!(found, ["wrong_type"], "{issue}");
    }
    // What else stands in an issue does not matter, and a path may hold numbers.
    let issue = json!({
        "code": "required",
        "path": ["events", 2, "name"],
        "params": { "own": { "a": 1 } },
        "message": 5,
    });
    assert_eq!(message(&issue, Language::English), "Fill in \"events.2.name\".");
}

#[test]
fn a_language_that_does_not_exist_is_a_fault_of_the_option() {
    let issue = json!({ "code": "required", "path": ["name"] });
    for language in [json!("tlh"), json!("pt"), json!("PT-br"), json!(5)] {
        let refusal = format_issue(&value(&issue), &value(&language)).expect_err("a fault");
        let fault = refusal.issues.first().expect("a fault");
        assert_eq!(
            fault.message(Language::English),
            "Set \"language\" to one of: en, pt-BR, es, ar."
        );
    }
}
