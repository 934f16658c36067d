// Where the focus goes when what had it goes away: a screen reader then goes on from there, not from nowhere.
import { tick } from "svelte";

function isLost(): boolean {
  return document.activeElement === document.body;
}

/** Whether it took the focus: nothing that is folded or gone does. */
function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus({ preventScroll: true });
  return element != null && document.activeElement === element;
}

function focusHeading(): void {
  focus(document.querySelector("h1"));
}

/**
 * To be called before something takes the place of something else that does the same: what had the focus is looked for among what has
 * come, or else what it is folded into there.
 */
export function findAgain(): void {
  const before = document.activeElement;
  if (before === null || before === document.body) return;
  const press = before.getAttribute("data-press");
  void tick().then(() => {
    if (!isLost()) return;
    const again = press === null ? null : document.querySelector<HTMLElement>(`[data-press='${CSS.escape(press)}']`);
    const fold = again?.closest("details:not([open])")?.querySelector("summary");
    if (!focus(again) && !focus(fold)) focusHeading();
  });
}

/** The screen whose heading has had the focus, and whether anything had it since. */
let headed = "";
let held = false;

/** To be called before a screen is shown. Gives whether it is another one than the last. */
export function comes(place: string): boolean {
  held ||= !isLost();
  return place !== headed;
}

/** To be called when a screen is seen: another one is read from its heading, and so is one in which the focus was lost. */
export function isSeen(place: string): void {
  if (place !== headed || (held && isLost())) focusHeading();
  headed = place;
  held = false;
}
