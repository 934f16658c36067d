// What the items of a drawn page know about the page.
import { createContext } from "svelte";
import type { Lang } from "../../bindings/Lang";

/** The drawn page around an item. Its members are read when needed, because the page changes while it is shown. */
export type Page = {
  /** Whether it responds to clicks. */
  readonly live: boolean;
  /** Whether it shows the user's own boxes, with advice. */
  readonly mirror: boolean;
  /** The language of its labels. */
  readonly lang: Lang;
};

export const [drawnPage, setDrawnPage] = createContext<Page>();
