//! Answers in which a field is missing, says something else than yes or no, or is unknown.

use super::*;

/// The answer that Binance sends for a right key, with one field changed; `None` removes the field.
fn body(field: &str, value: Option<&str>) -> Vec<u8> {
    let mut fields: Vec<(String, String)> = Permission::ALL
        .into_iter()
        .map(|one| (one.field().to_owned(), ON.contains(&one).to_string()))
        .chain([("ipRestrict".to_owned(), "false".to_owned())])
        .filter(|(name, _)| name != field)
        .collect();
    fields.extend(value.map(|value| (field.to_owned(), value.to_owned())));
    let fields: Vec<_> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(",")).into_bytes()
}

fn judge_body(body: &[u8]) -> Verdict {
    judge(&examined(Permissions::parse(body).expect("an answer")), &known())
}

#[test]
fn a_field_that_does_not_say_is_never_taken_for_right() {
    let decision = |field: &str, value| judge_body(&body(field, value)).decision;
    for field in ["enableReading", "enableSpotAndMarginTrading", "ipRestrict"] {
        for value in
            [None, Some("null"), Some("\"true\""), Some("\"false\""), Some("1"), Some("0"), Some("[]")]
        {
            assert_eq!(decision(field, value), Decision::Unknown, "{field} {value:?}");
            assert_eq!(
                judge_body(&body(field, value)).causes,
                [Cause::UnclearPermissions],
                "{field} {value:?}"
            );
        }
    }
    for permission in OFF.into_iter().chain(NOT_ON) {
        let field = permission.field();
        let absent = judge_body(&body(field, None));
        let decided = if OFF.contains(&permission) { Decision::Unknown } else { Decision::Accepted };
        assert_eq!(absent.decision, decided, "{field} absent");
        assert!(!absent.nothing_else(), "{field} absent");
        assert_eq!(
            state(&absent, CheckId::OtherBoxes),
            CheckState::Unknown,
            "{field} absent: nothing shows that it is off"
        );
        assert_eq!(decision(field, Some("false")), Decision::Accepted, "{field} off");
        assert_eq!(decision(field, Some("true")), Decision::Refused, "{field} on");
        for value in ["null", "\"false\"", "0", "1", "{}"] {
            assert_eq!(decision(field, Some(value)), Decision::Unknown, "{field} {value}");
        }
    }
    for value in [None, Some("true"), Some("false")] {
        assert_eq!(decision("enableFixReadOnly", value), Decision::Accepted, "FIX reading {value:?}");
    }
    for value in [Some("null"), Some("\"true\""), Some("1")] {
        assert_eq!(decision("enableFixReadOnly", value), Decision::Unknown, "FIX reading {value:?}");
    }
}

#[test]
fn an_unknown_permission_is_refused_by_name() {
    for (value, decision) in
        [("true", Decision::Refused), ("false", Decision::Accepted), ("null", Decision::Refused)]
    {
        let verdict = judge_body(&body("enablePredictionTrading", Some(value)));
        assert_eq!(verdict.decision, decision, "{value}");
        if decision == Decision::Refused {
            assert_eq!(verdict.causes, [Cause::UnknownPermission]);
            assert_eq!(verdict.unknown_permissions, ["enablePredictionTrading"]);
            let words = Words { lang: Lang::En, binance: Lang::En };
            assert!(bare(&verdict.explanation(words)[0]).contains("enablePredictionTrading"));
        }
    }
}
