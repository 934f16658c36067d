// What is behind a screen in front stays as it was: once that is closed, it is scrolled as far as before, and the focus is on what
// opened the other.
import type { Screen } from "./bindings/Screen";

/** A screen as it was left. */
interface Left {
  place: string;
  /** How far it was scrolled, in pixels. */
  top: number;
  /** The press of the button that had the focus. */
  press: string | null;
}

/** The screens behind the one that is shown, the nearest last. */
let behind: Left[] = [];

/** What scrolls: the content or, where the window is too low for bars that stay, everything. */
function scroller(): Element | null {
  const low = matchMedia("(max-height: 30em)").matches;
  return low ? document.scrollingElement : document.querySelector("main > .scroller");
}

/** How the screen that is shown was left, if it came back from behind another. */
let back: Left | null = null;

/** To be called before a screen is shown. */
export function turn(before: Screen | undefined, next: Screen): void {
  if (before === undefined || before.place === next.place) return;
  const at = behind.findIndex((left) => left.place === next.place);
  back = behind[at] ?? null;
  if (back !== null) behind.length = at;
  else if (!next.front) behind = [];
  else behind.push({ place: before.place, top: scroller()?.scrollTop ?? 0, press: document.activeElement?.getAttribute("data-press") ?? null });
}

/** The press of the button that the focus goes back to. */
export function pressed(): string | null {
  return back?.press ?? null;
}

/** Scrolls the screen that is shown to where it was left, or else to the top. */
export function scrollBack(): void {
  scroller()?.scrollTo({ top: back?.top ?? 0, behavior: "instant" });
}
