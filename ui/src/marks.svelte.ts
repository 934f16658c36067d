// Which numbered mark is lit: pointing at an instruction lights its mark in the picture, and the other way round.

class Marks {
  /** The number under the mouse, or with the focus. */
  pointed = $state<number | null>(null);
  /** The number of the instruction to do now. */
  current = $state<number | null>(null);

  /** Where the mouse or the focus went when that last changed. */
  at: Node | null = null;

  /** The numbers of what is done. */
  done = $state.raw<number[]>([]);

  /** The number to light. */
  get lit(): number | null {
    return this.pointed ?? this.current;
  }
}

/** One for the whole page, because instructions and picture are far apart in it. */
export const marks = new Marks();

/** The number that an element, or one around it, carries as `data-mark`, as instructions, fields and the picture's marks do. */
function numberAt(target: EventTarget | null): number | null {
  const marked = target instanceof Element ? target.closest("[data-mark]") : null;
  return marked && Number(marked.getAttribute("data-mark"));
}

/** Lights what the mouse or the focus enters, until it leaves. Each of the two has its own follower. */
export function follower(): (event: MouseEvent | FocusEvent) => void {
  let last: number | null = null;
  return (event) => {
    const leaves = event.type === "mouseout" || event.type === "focusout";
    const at = leaves ? event.relatedTarget : event.target;
    const number = numberAt(at);
    if (number === last) return;
    // Whatever the other follower points at stays lit.
    if (number !== null || marks.pointed === last) {
      marks.at = at instanceof Node ? at : null;
      marks.pointed = number;
    }
    last = number;
  };
}
