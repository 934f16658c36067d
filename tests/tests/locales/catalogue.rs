//! The messages of one language, read into the form that the rules examine.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;
use smartradex_tests::tree;

/// Stands for a value that is not known here.
pub(crate) const VALUE: char = '\u{FFFC}';

/// A message, a term (its id begins with `-`), or an attribute of one (its id has a dot).
#[derive(Debug)]
pub(crate) struct Message {
    /// The name of its file, without `.ftl`.
    pub(crate) file: String,
    pub(crate) id: String,
    /// Its own comment.
    pub(crate) comment: String,
    /// The comments of its group and of its file.
    pub(crate) comments_above: String,
    /// What it may read: one text for each path through its variants, with variables as [`VALUE`], and with
    /// the markup.
    pub(crate) texts: Vec<String>,
    /// Its variables, without the `$`.
    pub(crate) variables: BTreeSet<String>,
    /// The messages and terms it names.
    pub(crate) references: BTreeSet<String>,
}

/// Every message of a language, in order of the files.
pub(crate) fn load(language: &str) -> Vec<Message> {
    let folder = tree::root().join("locales").join(language);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let messages: Vec<Message> = files.iter().flat_map(|file| read(file)).collect();
    assert!(!messages.is_empty(), "locales/{language} has no message");
    messages
}

/// The messages in a file's text; text that cannot be parsed is an error that shows it.
pub(crate) fn parse(file: &str, text: &str) -> Result<Vec<Message>, String> {
    let resource = parser::parse(text).map_err(|(_, errors)| format!("{file}.ftl: {errors:?}"))?;
    let mut messages = Vec::new();
    let (mut of_file, mut of_group) = (String::new(), String::new());
    for entry in &resource.body {
        let (id, value, attributes, comment) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes, &message.comment)
            }
            Entry::Term(term) => {
                (format!("-{}", term.id.name), Some(&term.value), &term.attributes, &term.comment)
            }
            Entry::ResourceComment(comment) => {
                of_file = of_file + &comment.content.join("\n") + "\n";
                continue;
            }
            Entry::GroupComment(comment) => {
                of_group = comment.content.join("\n");
                continue;
            }
            Entry::Comment(_) => continue,
            Entry::Junk { content } => return Err(format!("{file}.ftl: {content}")),
        };
        let named =
            attributes.iter().map(|attribute| (format!("{id}.{}", attribute.id.name), &attribute.value));
        for (id, pattern) in value.map(|value| (id.clone(), value)).into_iter().chain(named) {
            let mut message = Message {
                file: file.to_owned(),
                id,
                comment: comment.as_ref().map(|comment| comment.content.join("\n")).unwrap_or_default(),
                comments_above: format!("{of_file}\n{of_group}"),
                texts: Vec::new(),
                variables: BTreeSet::new(),
                references: BTreeSet::new(),
            };
            message.texts = message.follow(pattern);
            messages.push(message);
        }
    }
    Ok(messages)
}

fn read(file: &Path) -> Vec<Message> {
    assert!(
        file.extension().is_some_and(|extension| extension == "ftl"),
        "{} is no .ftl file",
        file.display()
    );
    let name = file.file_stem().unwrap().to_str().unwrap();
    parse(name, &fs::read_to_string(file).unwrap()).unwrap()
}

impl Message {
    /// The texts of a pattern; collects the variables and references on the way.
    fn follow(&mut self, pattern: &Pattern<&str>) -> Vec<String> {
        let mut texts = vec![String::new()];
        for element in &pattern.elements {
            let endings = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression } => self.follow_expression(expression),
            };
            texts = texts
                .iter()
                .flat_map(|text| endings.iter().map(move |ending| format!("{text}{ending}")))
                .collect();
        }
        texts
    }

    fn follow_expression(&mut self, expression: &Expression<&str>) -> Vec<String> {
        match expression {
            Expression::Inline(inline) => self.follow_inline(inline),
            Expression::Select { selector, variants } => {
                self.follow_inline(selector);
                variants.iter().flat_map(|variant| self.follow(&variant.value)).collect()
            }
        }
    }

    fn follow_inline(&mut self, inline: &InlineExpression<&str>) -> Vec<String> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                return vec![unescape_unicode_to_string(value).into_owned()];
            }
            InlineExpression::NumberLiteral { value } => return vec![(*value).to_owned()],
            InlineExpression::Placeable { expression } => return self.follow_expression(expression),
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.follow_arguments(arguments),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name));
                self.references.insert(format!("{}{}", id.name, attribute.unwrap_or_default()));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.follow_arguments(arguments);
                }
            }
        }
        vec![VALUE.to_string()]
    }

    fn follow_arguments(&mut self, arguments: &CallArguments<&str>) {
        for value in arguments.positional.iter().chain(arguments.named.iter().map(|argument| &argument.value))
        {
            self.follow_inline(value);
        }
    }
}
