// The rest of a double click was meant for the screen of its first click, not for what has appeared under the mouse since.

/** Stops every click of several in a row that lands on a different screen from the first. `place`: the screen that is shown. */
export function onePlace(place: () => string): (event: MouseEvent) => void {
  /** The screen on which the last first click was made. */
  let clicked = "";
  return (event) => {
    const here = place();
    if (event.detail < 2) clicked = here;
    if (here === clicked) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
