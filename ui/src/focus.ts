// Where the focus goes when the element that had it disappears: a screen reader then continues from there, not from nowhere.
import { tick } from "svelte";

function isLost(): boolean {
  return document.activeElement === document.body;
}

/** Returns whether it took the focus: nothing that is folded away or gone does. */
function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus({ preventScroll: true });
  return element != null && document.activeElement === element;
}

/** The focus goes to the button with this press, or to what that is folded into, or else to the heading. */
function focusButton(press: string | null): void {
  const button = press === null ? null : document.querySelector<HTMLElement>(`[data-press='${CSS.escape(press)}']`);
  const fold = button?.closest("details:not([open])")?.querySelector("summary");
  if (!focus(button) && !focus(fold)) focus(document.querySelector("h1"));
}

/**
 * To be called before something is replaced by something else that does the same: the focus goes to the counterpart of what had it,
 * or else to what that is folded into.
 */
export function findAgain(): void {
  const before = document.activeElement;
  if (before === null || before === document.body) return;
  const press = before.getAttribute("data-press");
  void tick().then(() => {
    if (isLost()) focusButton(press);
  });
}

/** The screen whose heading last got the focus, and whether anything has had the focus since. */
let headed = "";
let held = false;

/** To be called before a screen is shown. Returns whether it is a different one from the last. */
export function comes(place: string): boolean {
  held ||= !isLost();
  return place !== headed;
}

/**
 * To be called once a screen is visible: a different one is read from its heading, and so is one in which the focus was lost. One that
 * comes back from behind another is read on from the button with this press.
 */
export function isSeen(place: string, press: string | null): void {
  if (place !== headed) focusButton(press);
  else if (held && isLost()) focusButton(null);
  headed = place;
  held = false;
}
