// The language of the screen, for words inside something in another language.
import { createContext } from "svelte";
import type { Lang } from "./bindings/Lang";

/** The language of the screen: a function, because it can change while the screen is shown. */
export const [screenLanguage, setScreenLanguage] = createContext<() => Lang>();

const OTHER: Record<Lang, Lang> = { fr: "en", en: "fr" };

/** The language in which the other label of a control is written. */
export function otherLanguage(lang: Lang): Lang {
  return OTHER[lang];
}
