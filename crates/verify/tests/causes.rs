//! `docs/causes.md`, generated from the program's own words. With BLESS=1 it is written anew; without, it must be up to
//! date.
#![allow(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::fmt::Write;
use std::path::Path;

use smartradex_wizard::{Cause, Exit, Lang, Text, Words, bare};

const INTRODUCTION: &str = "\
# Causes

This table lists why a key is refused or could not be checked: the answer that the program receives, and what it then says. The
name in the first column is the one that `smartradex-verify --json` prints. `smartradex-practice --scenario` plays most causes
under the same name. The words in bold can be said on the telephone. An answer in several rows fits several causes; the program
then lists the likely ones, the likeliest first.

*Refused*: the key, what was pasted, or a box is wrong (exit status 1). *Not checked*: nothing is known about the key (exit
status 2).

`BLESS=1 cargo test -p smartradex-verify --test causes` generates this file. Do not edit it.

| cause | answer | | English | Français |
|---|---|---|---|---|
";

#[test]
fn the_table_of_causes_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/causes.md");
    let table = table();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == table,
        "docs/causes.md is out of date: run BLESS=1 cargo test -p smartradex-verify --test causes"
    );
}

fn table() -> String {
    let mut table = INTRODUCTION.to_owned();
    for cause in Cause::ALL {
        let answer =
            if cause.answer().is_empty() { "–".to_owned() } else { format!("`{}`", cause.answer()) };
        let exit = match cause.exit() {
            Exit::Refused => "refused",
            Exit::Unchecked => "not checked",
        };
        let [english, french] = [Lang::En, Lang::Fr].map(|lang| words(cause, lang));
        writeln!(table, "| `{}` | {answer} | {exit} | {english} | {french} |", cause.name()).unwrap();
    }
    table
}

fn words(cause: Cause, lang: Lang) -> String {
    let words = Words { lang, binance: lang };
    let explanation = cause.explain(words, cause.details());
    let sentences = [explanation.happened, explanation.why, explanation.todo].map(|text: Text| bare(&text));
    format!("**{}**<br>{}", cause.spoken(words), sentences.join("<br>"))
}
