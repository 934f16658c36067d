// The rest of a double click was meant for the screen of its first click, not for what has come under the mouse since.

/** Stops each click of several in a row that comes to another screen than the first of them. `place`: the screen that is shown. */
export function onePlace(place: () => string): (event: MouseEvent) => void {
  /** Where the last first click was made. */
  let clicked = "";
  return (event) => {
    const here = place();
    if (event.detail < 2) clicked = here;
    if (here === clicked) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
