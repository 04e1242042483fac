//! Messages in each language, as people must be able to read them.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde::Deserialize;
use serde_json::{Value as Json, json};
use waevent::{Language, format_issue, input::Value};

fn value(json: &Json) -> Value<'_> {
    Value::deserialize(json).expect("reading never fails")
}

fn message(issue: &Json, language: Language) -> String {
    message_for(&Json::Null, issue, language)
}

/// The message for a reader: null for a developer, `{ label }` for a guest.
fn message_for(reader: &Json, issue: &Json, language: Language) -> String {
    let language = Value::Text(language.tag().into());
    let verdict = format_issue(&value(issue), &language, &value(reader));
    verdict.unwrap_or_else(|refusal| panic!("{refusal}: {issue}")).value
}

/// The message with its isolates made visible: `[` for first strong, `<` for left to right, `|` for the end.
fn seen(message: &str) -> String {
    message.replace('\u{2068}', "[").replace('\u{2066}', "<").replace('\u{2069}', "|")
}

#[track_caller]
fn assert_messages(issue: &Json, expected: [&str; 4]) {
    assert_messages_for(&Json::Null, issue, expected);
}

#[track_caller]
fn assert_messages_for(reader: &Json, issue: &Json, expected: [&str; 4]) {
    for (language, expected) in Language::ALL.iter().zip(expected) {
        assert_eq!(seen(&message_for(reader, issue, *language)), expected, "{}", language.tag());
    }
}

#[test]
fn messages_say_what_is_wrong_and_what_to_do() {
    assert_messages(
        &json!({ "code": "required", "path": ["start"] }),
        [
            "Say when the event starts.",
            "Informe quando o evento começa.",
            "Indique cuándo empieza el evento.",
            "حدّد متى يبدأ الحدث.",
        ],
    );
    assert_messages(
        &json!({ "code": "required", "path": ["gateway"] }),
        [
            "Fill in \"gateway\".",
            "Preencha \"gateway\".",
            "Complete \"gateway\".",
            "املأ «[gateway|».",
        ],
    );
    assert_messages(
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
    assert_messages(
        &national,
        [
            "Write the phone number with a plus sign and its country code, like +55 11 99999-9999, or set country: these digits may belong to BR, PE.",
            "Escreva o número de telefone com o sinal de mais e o código do país, como +55 11 99999-9999, ou defina country: estes dígitos podem ser de BR, PE.",
            "Escriba el número de teléfono con el signo más y el código de país, como +55 11 99999-9999, o indique country: estos dígitos pueden ser de BR, PE.",
            "اكتب رقم الهاتف مع علامة زائد ورمز البلد، مثل <+55 11 99999-9999|، أو حدّد <country|: قد تكون هذه الأرقام من [BR|، [PE|.",
        ],
    );
    assert_messages(
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
    assert_messages(
        &stale,
        [
            "Update this system: its data for the time zone \"America/Sao_Paulo\" is out of date, so it would show \"start\" wrongly. What is sent is right.",
            "Atualize este sistema: os dados dele sobre o fuso horário \"America/Sao_Paulo\" estão desatualizados, e \"start\" apareceria errado. O que é enviado está correto.",
            "Actualice este sistema: sus datos de la zona horaria \"America/Sao_Paulo\" están desactualizados y mostrarían mal \"start\". Lo que se envía es correcto.",
            "حدّث هذا النظام: بياناته عن المنطقة الزمنية «[America/Sao_Paulo|» قديمة، لذلك سيعرض «[start|» بشكل خاطئ. ما يُرسَل صحيح.",
        ],
    );
}

#[test]
fn words_lists_and_paths_are_written_as_in_the_language() {
    let issue = json!({
        "code": "wrong_type",
        "path": ["location", "name"],
        "params": { "expected": "string", "found": "number" },
    });
    assert_messages(
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
    assert_messages(
        &issue,
        [
            "Choose another recipient: Z-API cannot send events to a person.",
            "Escolha outro destinatário: Z-API não consegue enviar eventos a uma pessoa.",
            "Elija otro destinatario: Z-API no puede enviar eventos a una persona.",
            "اختر مستلمًا آخر: لا يمكن إرسال الأحداث عبر [Z-API| إلى شخص.",
        ],
    );
    let too_long = |reason: &str| {
        json!({
            "code": "too_long",
            "path": ["description"],
            "params": { "gatewayName": "Turbo Notify", "max": 2000, "length": 2003, "reason": reason },
        })
    };
    assert_messages(
        &too_long("gateway"),
        [
            "Shorten \"description\" to 2000 characters, the most that Turbo Notify accepts; it has 2003.",
            "Reduza \"description\" a 2000 caracteres, o máximo que Turbo Notify aceita; agora tem 2003.",
            "Acorte \"description\" a 2000 caracteres, lo máximo que admite Turbo Notify; ahora tiene 2003.",
            "اختصر «[description|» إلى [2000| حرف، وهو أقصى ما يقبله [Turbo Notify|؛ عدد الأحرف الآن [2003|.",
        ],
    );
    assert_messages(
        &too_long("moved"),
        [
            "Shorten \"description\": with what moved into it, it has 2003 characters, and Turbo Notify accepts 2000.",
            "Reduza \"description\": com o que foi acrescentado tem 2003 caracteres, e Turbo Notify aceita 2000.",
            "Acorte \"description\": con lo que se le añadió tiene 2003 caracteres, y Turbo Notify admite 2000.",
            "اختصر «[description|»: عدد أحرفه مع ما أُضيف إليه [2003|، وأقصى ما يقبله [Turbo Notify| هو [2000|.",
        ],
    );
    let issue = json!({
        "code": "time_ambiguous",
        "path": ["start"],
        "params": { "candidates": [1, 3601], "offsets": ["-02:00", "-03:00"] },
    });
    assert_messages(
        &issue,
        [
            "Choose one of two: \"start\" exists twice as the clocks go back, with the offsets -02:00, -03:00.",
            "Escolha um dos dois: \"start\" acontece duas vezes, pois os relógios são atrasados; as diferenças para o UTC são -02:00, -03:00.",
            "Elija uno de los dos: \"start\" ocurre dos veces, pues los relojes se atrasan; las diferencias con UTC son -02:00, -03:00.",
            "اختر أحد الوقتين: «[start|» يأتي مرتين لأن الساعات تُؤخَّر حينها، بفارقي التوقيت [-02:00|، [-03:00|.",
        ],
    );
    // If the plus sign were outside the isolate, it would appear after its number.
    let issue = json!({ "code": "phone_invalid_for_region", "path": ["to"], "params": { "callingCode": 966 } });
    let arabic = seen(&message(&issue, Language::Arabic));
    assert!(arabic.ends_with("رمز البلد <+[966||."), "{arabic}");
}

/// The start of the message for a text that is too long, up to its actual length.
fn too_long(max: i64, language: Language) -> String {
    let issue =
        json!({ "code": "too_long", "path": ["name"], "params": { "max": max, "length": 9999 } });
    seen(&message(&issue, language))
}

#[test]
fn numbers_select_the_right_plural_form() {
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
fn a_fact_cannot_change_the_direction_of_the_text_around_it() {
    let name = "\u{202e}\u{2066}\u{2069}\u{2069}a\nb";
    let issue = json!({ "code": "unknown_field", "path": [name] });
    let expected =
        "لا يوجد حقل باسم «[\u{fffd}\u{fffd}\u{fffd}\u{fffd}a\u{fffd}b|»، لذلك تم تجاهله.";
    assert_eq!(seen(&message(&issue, Language::Arabic)), expected);
}

#[test]
fn a_field_with_the_name_of_a_fact_is_not_that_fact() {
    let issue = json!({ "code": "unknown_field", "path": ["suggestion"] });
    let expected = "No field is called \"suggestion\", so it was ignored.";
    assert_eq!(message(&issue, Language::English), expected);
    let zone = json!({ "code": "time_zone_unknown", "path": ["timeZone"], "params": { "timeZone": "second" } });
    assert!(message(&zone, Language::Spanish).contains("\"second\""), "a zone is not translated");
}

#[test]
fn format_issue_refuses_what_is_no_issue() {
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
        // Facts that the message contains are missing.
        json!({ "code": "too_long", "path": ["name"] }),
        json!({ "code": "too_long", "path": ["name"], "params": { "max": 1 } }),
        json!({ "code": "too_long", "path": ["name"], "params": { "max": 1.5, "length": 2 } }),
        json!({ "code": "too_long", "path": ["name"], "params": [1, 2] }),
    ] {
        let refusal = format_issue(&value(&issue), &Value::Absent, &Value::Absent)
            .expect_err(&issue.to_string());
        let found: Vec<String> =
            refusal.issues.iter().map(|issue| issue.code().to_string()).collect();
        assert_eq!(found, ["wrong_type"], "{issue}");
    }
    // Other fields of an issue are ignored, and a path may contain numbers.
    let issue = json!({
        "code": "required",
        "path": ["events", 2, "name"],
        "params": { "own": { "a": 1 } },
        "message": 5,
    });
    assert_eq!(message(&issue, Language::English), "Fill in \"events.2.name\".");
}

#[test]
fn an_unknown_language_is_an_issue_of_the_option() {
    let issue = json!({ "code": "required", "path": ["name"] });
    for language in [
        json!("tlh"),
        json!("ptt"),
        json!("p"),
        json!("pt-"),
        json!("pt--BR"),
        json!("pt-BR.UTF-8"),
        json!("x-pt"),
        json!(5),
    ] {
        let refusal =
            format_issue(&value(&issue), &value(&language), &Value::Absent).expect_err("a fault");
        let fault = refusal.issues.first().expect("a fault");
        assert_eq!(
            fault.message(Language::English),
            "Set \"language\" to one of: en, pt-BR, es, ar."
        );
    }
}

/// RFC 4647, section 3.4: a language tag is shortened from the end until it matches a language.
#[test]
fn a_language_tag_is_matched_to_a_language() {
    let asked = [
        (Language::English, vec!["en", "EN", "en-GB", "en_US", "en-Latn-US-x-twain"]),
        (Language::Portuguese, vec!["pt", "pt-br", "pt_BR", "PT-BR", "pt-PT", "pt-Latn-BR"]),
        (Language::Spanish, vec!["es", "es-MX", "es-419", "ES_ar"]),
        (Language::Arabic, vec!["ar", "ar-EG", "ar-SA-u-ca-gregory", "ar_ae"]),
    ];
    for (language, tags) in asked {
        for tag in tags {
            assert_eq!(Language::lookup(tag), Some(language), "{tag}");
            let issue = json!({ "code": "required", "path": ["name"] });
            let told = format_issue(&value(&issue), &Value::Text(tag.into()), &Value::Absent);
            assert_eq!(told.expect(tag).value, message(&issue, language));
        }
    }
}

#[test]
fn messages_for_guests_use_the_form_s_own_labels() {
    let past = json!({ "code": "time_past", "path": ["start"] });
    assert_messages_for(
        &json!({ "label": "Start" }),
        &past,
        [
            "Choose a later time: \"Start\" has already passed.",
            "Escolha um horário posterior: \"Start\" já passou.",
            "Elija una hora posterior: \"Start\" ya pasó.",
            "اختر وقتًا لاحقًا: الوقت في «[Start|» قد مضى.",
        ],
    );
    let empty = json!({ "code": "required", "path": ["to"] });
    assert_messages_for(
        &json!({ "label": "Número do WhatsApp" }),
        &empty,
        [
            "Fill in \"Número do WhatsApp\".",
            "Preencha \"Número do WhatsApp\".",
            "Complete \"Número do WhatsApp\".",
            "املأ «[Número do WhatsApp|».",
        ],
    );
    let long = json!({ "code": "too_long", "path": ["location", "name"], "params": { "max": 2, "length": 3 } });
    assert_messages_for(
        &json!({ "label": "Lugar" }),
        &long,
        [
            "Shorten \"Lugar\" to 2 characters at most; it has 3.",
            "Reduza \"Lugar\" a no máximo 2 caracteres; agora tem 3.",
            "Acorte \"Lugar\" a 2 caracteres como máximo; ahora tiene 3.",
            "اختصر «[Lugar|» إلى حرفين على الأكثر؛ عدد الأحرف الآن [3|.",
        ],
    );
    let zone = json!({ "code": "time_zone_missing", "path": ["start"] });
    assert_messages_for(
        &json!({ "label": "Start" }),
        &zone,
        [
            "Choose the time zone of \"Start\".",
            "Escolha o fuso horário de \"Start\".",
            "Elija la zona horaria de \"Start\".",
            "اختر المنطقة الزمنية للحقل «[Start|».",
        ],
    );
}

#[test]
fn messages_for_guests_without_a_label_are_whole_sentences_without_a_name() {
    let nobody = json!({});
    let told = |code: &str, path: Json, params: Json, expected| {
        assert_messages_for(
            &nobody,
            &json!({ "code": code, "path": path, "params": params }),
            expected,
        );
    };
    told(
        "time_past",
        json!(["start"]),
        json!({}),
        [
            "Choose a later time: this one has already passed.",
            "Escolha um horário posterior: este já passou.",
            "Elija una hora posterior: esta ya pasó.",
            "اختر وقتًا لاحقًا: هذا الوقت قد مضى.",
        ],
    );
    told(
        "required",
        json!(["to"]),
        json!({}),
        [
            "Fill in the phone number.",
            "Preencha o número de telefone.",
            "Complete el número de teléfono.",
            "أدخل رقم الهاتف.",
        ],
    );
    told(
        "time_missing",
        json!(["start"]),
        json!({ "hint": "date_only" }),
        [
            "Add a time of day to the date.",
            "Acrescente o horário à data.",
            "Añada la hora a la fecha.",
            "أضف الوقت إلى التاريخ.",
        ],
    );
    told(
        "phone_country_missing",
        json!(["to"]),
        json!({ "candidates": ["BR", "PE"] }),
        [
            "Add the country code to the phone number, like +55 11 99999-9999.",
            "Acrescente o código do país ao número de telefone, como +55 11 99999-9999.",
            "Añada el código de país al número de teléfono, como +55 11 99999-9999.",
            "أضف رمز البلد إلى رقم الهاتف، مثل <+55 11 99999-9999|.",
        ],
    );
    told(
        "time_ambiguous",
        json!(["start"]),
        json!({ "offsets": ["-02:00", "-03:00"] }),
        [
            "Choose one of two: this time comes twice, as the clocks go back then (UTC -02:00, -03:00).",
            "Escolha um dos dois: este horário acontece duas vezes, pois nessa hora os relógios são atrasados (UTC -02:00, -03:00).",
            "Elija uno de los dos: este momento ocurre dos veces, pues a esa hora los relojes se atrasan (UTC -02:00, -03:00).",
            "اختر أحد الوقتين: هذا الوقت يأتي مرتين لأن الساعات تُؤخَّر حينها (<UTC| [-02:00|، [-03:00|).",
        ],
    );
    told(
        "time_out_of_range",
        json!(["start"]),
        json!({ "hint": "01_to_12" }),
        [
            "Correct the month: months go from 01 to 12.",
            "Corrija o mês: os meses vão de 01 a 12.",
            "Corrija el mes: los meses van del 01 al 12.",
            "صحّح الشهر: الأشهر من <01| إلى <12|.",
        ],
    );
}

/// A guest can do nothing about these. A form that has fields for the target gives them labels.
#[test]
fn messages_for_guests_hide_faults_of_targets_and_options() {
    let setup = [
        "Tell whoever runs this form that it is not set up correctly.",
        "Avise o responsável por este formulário: ele não está configurado corretamente.",
        "Avise a la persona responsable de este formulario: no está bien configurado.",
        "أبلغ المسؤول عن هذا النموذج: إعداده غير صحيح.",
    ];
    for issue in [
        json!({ "code": "header_value", "path": ["token"] }),
        json!({ "code": "required", "path": ["instance"] }),
        json!({ "code": "wrong_type", "path": ["options"], "params": { "expected": "object", "found": "map" } }),
        json!({ "code": "unknown_field", "path": ["location", "begin"] }),
        json!({ "code": "invalid_option", "path": ["country"], "params": { "expected": "a code" } }),
    ] {
        assert_messages_for(&json!({}), &issue, setup);
    }
    let token = json!({ "code": "header_value", "path": ["token"] });
    assert_messages_for(
        &json!({ "label": "Schlüssel" }),
        &token,
        [
            "Give \"Schlüssel\" as 1 to 4096 visible ASCII characters.",
            "Informe em \"Schlüssel\" de 1 a 4096 caracteres ASCII visíveis.",
            "Indique en \"Schlüssel\" de 1 a 4096 caracteres ASCII visibles.",
            "أدخل في «[Schlüssel|» من <1| إلى <4096| من أحرف <ASCII| المرئية.",
        ],
    );
    // A path may begin with the caller's own names, and a file has no fields.
    let far = json!({ "code": "required", "path": ["events", 2, "name"] });
    assert_eq!(message_for(&json!({}), &far, Language::English), "Fill in this field.");
    let file = json!({ "code": "not_utf8", "path": ["input"], "params": { "byte": 3 } });
    assert_eq!(
        message_for(&json!({}), &file, Language::English),
        message(&file, Language::English)
    );
    let form =
        json!({ "code": "lines_format", "path": ["input"], "params": { "found": "commas" } });
    assert_eq!(
        message_for(&json!({}), &form, Language::English),
        "Remove the commas between the events: each line holds one JSON object and nothing else."
    );
    // An issue about the whole list belongs to no field.
    let more = json!({ "code": "more_issues", "path": [], "params": { "count": 2 } });
    assert_eq!(
        message_for(&json!({}), &more, Language::English),
        "See to the ones listed first: 2 more are not listed."
    );
}

/// A label is text from a page. Whatever it contains, the sentence around it stays the same.
#[test]
fn a_label_cannot_break_the_sentence() {
    let past = json!({ "code": "time_past", "path": ["start"] });
    let told =
        |label: &str, language| seen(&message_for(&json!({ "label": label }), &past, language));
    let named = |name: &str| format!("Choose a later time: \"{name}\" has already passed.");
    let nameless = "Choose a later time: this one has already passed.";
    for (label, shown) in [
        ("  Start\n\t of it  ", "Start of it"),
        ("Start:", "Start"),
        ("Start *", "Start"),
        ("開始：", "開始"),
        ("{length} {@|x} {", "{length} {@|x} {"),
        ("a\". Call \"b", "a'. Call 'b"),
        ("\u{202e}evil\u{2066}\u{0}", "evil"),
        // Next to an Arabic label, a number after it would be drawn on the wrong side.
        ("البداية", "[البداية|"),
        // Hebrew and Arabic presentation forms, which old programs write.
        ("\u{fb2a}", "[\u{fb2a}|"),
        ("\u{fe8e}", "[\u{fe8e}|"),
    ] {
        assert_eq!(told(label, Language::English), named(shown));
    }
    for label in
        ["", " \n", "*", " : ", "\u{200b}", "\u{3164}*", "\u{202e}\u{2069}", &"\u{200b}".repeat(99)]
    {
        assert_eq!(told(label, Language::English), nameless, "{label:?}");
    }
    assert_eq!(told("ب» ج «د", Language::Arabic), "اختر وقتًا لاحقًا: الوقت في «[ب› ج ‹د|» قد مضى.");
    for label in ["x".repeat(300), "x ".repeat(300), format!("{}\u{202e}", "xy z ".repeat(100))] {
        let message = told(&label, Language::English);
        let name = message.split('"').nth(1).expect("a name");
        // 64 characters and an ellipsis, with no space before it.
        assert!(matches!(name.chars().count(), 64..=65) && name.ends_with('…'), "{name}");
        assert_eq!(message, named(name));
    }
}

#[test]
fn a_label_that_is_no_text_is_refused() {
    let past = json!({ "code": "time_past", "path": ["start"] });
    for (reader, path) in [
        (json!({ "label": 5 }), "label"),
        (json!({ "label": ["a"] }), "label"),
        (json!("Start"), "reader"),
        (json!([]), "reader"),
    ] {
        let refusal =
            format_issue(&value(&past), &Value::Absent, &value(&reader)).expect_err("a fault");
        let found: Vec<String> = refusal
            .issues
            .iter()
            .map(|issue| format!("{} {}", issue.code(), issue.path()))
            .collect();
        assert_eq!(found, [format!("wrong_type {path}")], "{reader}");
    }
    let nobody = format_issue(&value(&past), &Value::Absent, &value(&json!({ "label": null })));
    assert_eq!(nobody.expect("fine").value, "Choose a later time: this one has already passed.");
}

/// A part of a field uses its own label, or else that of the whole field. A field without a label has no name.
#[test]
fn the_option_labels_names_fields_by_their_paths() {
    let input = json!({ "to": "", "name": "x", "start": "2020-01-01T00:00:00Z", "location": { "name": "a".repeat(1001), "address": "b".repeat(1001), "latitude": 91, "longitude": 0 } });
    let labels = json!({ "now": "2027-01-01T00:00:00Z", "language": "pt", "labels": { "to": "Telefone", "location": "Lugar", "location.address": "Endereço", "name": null, "other": "x" } });
    let input = waevent::EventInput::from(value(&input));
    let options = waevent::OptionsInput::from(value(&labels));
    let (parsed, refusal) = (
        waevent::Options::parse(&options, waevent::Time::EPOCH).expect("good options").value,
        waevent::parse_event(&input, &options, waevent::Time::EPOCH).expect_err("faults"),
    );
    let told: Vec<String> = refusal
        .issues
        .iter()
        .map(|issue| issue.message_for(parsed.voice.reader(issue.path()), parsed.voice.language))
        .collect();
    assert_eq!(
        told,
        [
            "Preencha \"Telefone\".",
            "Escolha um horário posterior: este já passou.",
            "Reduza \"Lugar\" a no máximo 1000 caracteres; agora tem 1001.",
            "Reduza \"Endereço\" a no máximo 1000 caracteres; agora tem 1001.",
            "Corrija \"Lugar\": os graus vão de -90 a 90.",
        ]
    );
    for (labels, path) in [
        (json!(5), "labels"),
        (json!(["a"]), "labels"),
        (json!({ "start": 5 }), "labels.start"),
        (json!({ "a.b": {} }), "labels.a.b"),
    ] {
        let given = json!({ "labels": labels });
        let refusal = waevent::Options::parse(
            &waevent::OptionsInput::from(value(&given)),
            waevent::Time::EPOCH,
        )
        .expect_err("a fault");
        let found: Vec<String> = refusal
            .issues
            .iter()
            .map(|issue| format!("{} {}", issue.code(), issue.path()))
            .collect();
        assert_eq!(found, [format!("wrong_type {path}")]);
    }
}
