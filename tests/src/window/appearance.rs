//! What is wrong with a screen's appearance, as far as a program can tell.

use serde_json::json;

use super::Window;
use crate::Outcome;
use crate::computer::Language;

impl Window {
    /// What is wrong with the layout of the screen: sideways scrolling, text cut off, text over text. One line for each; none if all is
    /// well.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn layout_faults(&self) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(self.run(LAYOUT, vec![]).await?)?)
    }

    /// What is wrong with the words of the screen: a language other than the declared one, or a message's name in place of the message.
    /// One line for each; none if all is well.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn language_faults(&self, language: Language) -> Outcome<Vec<String>> {
        self.two_frames().await?;
        let arguments = vec![json!(language.tag()), json!(FRENCH), json!(ENGLISH)];
        Ok(serde_json::from_value(self.run(WORDS, arguments).await?)?)
    }
}

/// Words that occur in almost every sentence of one language and in none of the other.
const FRENCH: [&str; 24] = [
    "le", "la", "les", "un", "une", "des", "du", "et", "est", "vous", "votre", "vos", "dans", "pour", "avec",
    "sur", "par", "que", "qui", "ce", "cette", "pas", "au", "aux",
];
const ENGLISH: [&str; 22] = [
    "the", "an", "and", "is", "are", "you", "your", "in", "of", "for", "with", "to", "by", "that", "which",
    "this", "it", "not", "from", "have", "be", "will",
];

/// Tolerates one pixel: sizes in a page are fractional, and their sums are rounded.
const LAYOUT: &str = r#"
    const faults = [];
    const name = (one) => {
        const words = (one.innerText ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
        const where = one.closest("[data-block]")?.dataset.block ?? one.closest("[data-picture]")?.tagName ?? "";
        return `<${one.tagName.toLowerCase()} class="${one.className}"> ${where} "${words}"`;
    };
    const root = document.documentElement;
    // Where there is no height for bars that stay, all scrolls together by intent.
    const low = matchMedia("(max-height: 30em)").matches;
    if (!low && root.scrollHeight > root.clientHeight + 1) faults.push("the bars can be scrolled away");
    if (root.scrollWidth > root.clientWidth + 1) faults.push(`the window scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);

    // What is read aloud but not drawn; the address of a drawn page, whose end matters to nobody; and what is folded, as long as it can
    // be unfolded.
    const meant = (one) => one.closest(".unseen, .address, li:has(.fold[aria-expanded=false])") !== null;
    const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    for (const one of document.body.querySelectorAll("*")) {
        if (!shown(one) || meant(one) || one instanceof SVGElement || (one.innerText ?? "").trim() === "") continue;
        const { overflowX, overflowY, display } = getComputedStyle(one);
        if (display === "inline") continue;
        const wide = one.scrollWidth > one.clientWidth + 1;
        const high = one.scrollHeight > one.clientHeight + 1;
        if (wide && (overflowX === "auto" || overflowX === "scroll")) faults.push(`must be scrolled sideways: ${name(one)}`);
        if (wide && (overflowX === "hidden" || overflowX === "clip")) faults.push(`cut off at the side: ${name(one)}`);
        if (wide && overflowX === "visible" && one.children.length === 0) faults.push(`wider than its box: ${name(one)}`);
        if (high && (overflowY === "hidden" || overflowY === "clip")) faults.push(`cut off at the foot: ${name(one)}`);
    }

    // A button is as high as its words: they end inside of it, and not far from its edge.
    const FAR = 44;
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        if (node.data.trim() === "" || !shown(parent) || parent.closest(".unseen")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) if (box.width > 2) lines.push({ box, parent });
    }
    for (const one of document.querySelectorAll("button, summary")) {
        const inside = lines.filter(({ parent }) => one.contains(parent)).map(({ box }) => box);
        if (inside.length === 0) continue;
        const [top, bottom] = [Math.min(...inside.map((box) => box.top)), Math.max(...inside.map((box) => box.bottom))];
        const box = one.getBoundingClientRect();
        if (top < box.top - 1 || bottom > box.bottom + 1) faults.push(`words outside of their button: ${name(one)}`);
        if (bottom - top + FAR < box.height) faults.push(`a button too high for its words: ${name(one)}`);
    }

    // Words over words. What stays while the rest scrolls lies over it by intent, and so does a dialog over its page.
    const apart = ".window > header, main > footer, [data-banner], [aria-live], .page[inert]";
    const stays = (one) => {
        for (let each = one; each; each = each.parentElement)
            if (["sticky", "fixed"].includes(getComputedStyle(each).position)) return each;
        return null;
    };
    const loose = lines
        .filter(({ parent }) => !parent.closest(apart))
        .map((line) => ({ ...line, layer: line.parent.closest(".viewport") ?? stays(line.parent) }));
    const over = (one, two, from, to) => Math.min(one[to], two[to]) - Math.max(one[from], two[from]);
    for (let i = 0; i < loose.length; i++) {
        for (let j = i + 1; j < loose.length; j++) {
            const [a, b] = [loose[i], loose[j]];
            // A frame that scrolls hides what lies beyond its edge.
            if (a.layer !== b.layer || a.parent === b.parent) continue;
            // Lines of one paragraph overlap by a part of their height where a control stands in one of them.
            if (over(a.box, b.box, "left", "right") > 2 && over(a.box, b.box, "top", "bottom") > Math.min(a.box.height, b.box.height) / 2)
                faults.push(`words over words: ${name(a.parent)} and ${name(b.parent)}`);
        }
    }
    return faults;"#;

const WORDS: &str = r#"
    const [tag, french, english] = arguments;
    const faults = [];
    if (document.documentElement.lang !== tag) faults.push(`the page says it is in "${document.documentElement.lang}"`);
    const count = (words, of) => words.filter((word) => of.includes(word)).length;
    const judge = (text, lang) => {
        if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(text.trim())) faults.push(`the name of a message: ${text}`);
        if (/\{\s*\$|\bundefined\b|\[object|\bNaN\b/.test(text)) faults.push(`not finished: ${text}`);
        // Letters beside digits are no word: made-up names contain all kinds of them.
        const words = text.toLowerCase().match(/(?<![\p{L}\d_])\p{L}+(?![\p{L}\d_])/gu) ?? [];
        const [inFrench, inEnglish] = [count(words, french), count(words, english)];
        const other = lang === "fr" ? inEnglish > inFrench : inFrench > inEnglish;
        if (other) faults.push(`said to be in "${lang}": ${text}`);
    };
    // The words that stand in one element in one language, as they are read one after the other.
    const texts = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const inline = new Set(["SPAN", "STRONG", "B", "CODE", "BUTTON"]);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        if (node.data.trim() === "" || !parent.checkVisibility()) continue;
        const lang = parent.closest("[lang]").lang;
        let block = parent;
        while (inline.has(block.tagName) && block.parentElement.closest("[lang]").lang === lang) block = block.parentElement;
        const key = texts.get(block) ?? [];
        texts.set(block, [...key, [lang, node.data]]);
    }
    for (const pieces of texts.values()) {
        for (const lang of new Set(pieces.map(([own]) => own)))
            judge(pieces.filter(([own]) => own === lang).map(([, text]) => text).join(" "), lang);
    }
    // What only a screen reader says.
    for (const one of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
        for (const attribute of ["aria-label", "title", "placeholder", "alt"])
            if (one.getAttribute(attribute)) judge(one.getAttribute(attribute), one.closest("[lang]").lang);
    judge(document.title, tag);
    return faults;"#;
