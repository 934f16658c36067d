//! One spelling for everything that looks the same.

use zeroize::Zeroizing;

/// The text without invisible characters, with every kind of space as a space, line ends as `\n`, every kind of quote as `"`, apostrophes within
/// words as spaces, and full-width characters as ordinary ones. Of the escapes written out in a program's text, `\n` and `\r` count as line
/// ends and `\t` as a tab; any other backslash, with the quote or slash after it, counts as a space.
pub(super) fn normalised(text: &str) -> Zeroizing<String> {
    // No replacement is longer than what it replaces, so the string never grows, and leaves no copy behind.
    let mut normal = Zeroizing::new(String::with_capacity(text.len()));
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign == '\\' {
            let escaped = signs.next_if(|next| matches!(next, 'n' | 'r' | 't' | '"' | '/'));
            normal.push(match escaped {
                Some('n' | 'r') => '\n',
                Some('t') => '\t',
                _ => ' ',
            });
        } else if matches!(sign, '\'' | '’')
            && normal.ends_with(char::is_alphabetic)
            && signs.peek().is_some_and(|next| next.is_alphabetic())
        {
            // Within a word it is no quote: « clé secrète de l’API ».
            normal.push(' ');
        } else if let Some(plain) = plain(sign) {
            normal.push(plain);
        }
    }
    normal
}

fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '\t' => '\t',
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        // Blanks that Unicode does not class as spaces: Hangul fillers and the empty Braille pattern.
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}' => ' ',
        _ if sign.is_whitespace() => ' ',
        _ if invisible(sign) => return None,
        '\u{FF01}'..='\u{FF5E}' => {
            let ascii = u32::from(sign) - 0xFF01 + 0x21;
            return char::from_u32(ascii).and_then(plain);
        }
        '\'' | '`' | '´' | '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '′'
        | '″' => '"',
        _ => sign,
    })
}

/// Zero-width characters, direction and variation marks, soft hyphens, control characters, the byte order mark, tags.
fn invisible(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}
