// What the items of a drawn page know about it.
import { createContext } from "svelte";
import type { Lang } from "../../bindings/Lang";

/** The drawn page around an item. Its members are read when needed, because the page changes while it stands. */
export type Page = {
  /** It answers to clicks. */
  readonly live: boolean;
  /** It shows the user's own boxes, with advice. */
  readonly mirror: boolean;
  /** Language of its labels. */
  readonly lang: Lang;
};

export const [drawnPage, setDrawnPage] = createContext<Page>();
