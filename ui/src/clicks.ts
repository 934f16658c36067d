// A click is meant for what was under the mouse when it began: neither for a screen nor for a button that has come there since.

interface Clicks {
  /** To be called when the mouse goes down. */
  down(event: Event): void;
  /** To be called for every click, before anything else hears of it. */
  click(event: MouseEvent): void;
}

/** What the button under an event does, if it is on one. */
function pressOf(event: Event): string | null {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest("[data-press]")?.getAttribute("data-press") ?? null;
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

/**
 * Stops a click on a button that does something else than when the mouse went down on it, and every click of several in a row that lands
 * on a different screen from the first, or on a different button. `place`: the screen that is shown.
 */
export function asMeant(place: () => string): Clicks {
  /** The screen on which the last first click was made, what it pressed, and what the mouse last went down on. */
  let clicked = "";
  let first: string | null = null;
  let wentDown: string | null = null;
  return {
    down: (event) => (wentDown = pressOf(event)),
    click: (event) => {
      const [here, press] = [place(), pressOf(event)];
      if (event.detail < 2) [clicked, first] = [here, press];
      // Keys press without a mouse.
      const byMouse = event.detail > 0;
      if (here === clicked && !differ(first, press) && !(byMouse && differ(wentDown, press))) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Stops a key that is held down from pressing one button after another. */
export function oncePressed(event: KeyboardEvent): void {
  const held = event.repeat && (event.key === "Enter" || event.key === " ");
  if (held && event.target instanceof HTMLButtonElement) event.preventDefault();
}
