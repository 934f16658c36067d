//! The threat model names only tests that exist.

use smartradex_tests::{Outcome, tree};

#[test]
fn every_test_that_the_threat_model_names_is_there() -> Outcome {
    let model = std::fs::read_to_string(tree::root().join("docs/security.md"))?;
    let rust: Vec<_> = tree::files("")?.into_iter().filter(|file| file.is("rs")).collect();
    let named: Vec<&str> = model.split('*').filter(|word| is_name(word)).collect();
    assert!(named.len() > 20, "the names are not found any more: {named:?}");
    for name in named {
        let is_test = |text: &str| {
            text.find(&format!("fn {name}("))
                .is_some_and(|at| text[..at].lines().rev().take(5).any(|line| line.trim().starts_with("#[")))
        };
        assert!(rust.iter().any(|file| is_test(&file.text)), "there is no test {name}");
    }
    Ok(())
}

fn is_name(word: &str) -> bool {
    word.contains('_')
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte.is_ascii_digit())
}
