// Which numbered mark is lit: pointing at an instruction lights its mark in the picture, and the other way round.
import type { Attachment } from "svelte/attachments";

class Marks {
  /** The number under the mouse or with the focus. */
  pointed = $state<number | null>(null);
  /** The number of the instruction to do now. */
  current = $state<number | null>(null);

  /** The number to light. */
  get lit(): number | null {
    return this.pointed ?? this.current;
  }
}

/** One for the whole page: instruction and picture stand far apart. */
export const marks = new Marks();

/** Lights a number while the mouse or the focus is on the element. */
export function pointsAt(number: number | null): Attachment<HTMLElement> {
  return (element) => {
    if (number === null) return undefined;
    const point = (): void => {
      marks.pointed = number;
    };
    const leave = (): void => {
      if (marks.pointed === number) marks.pointed = null;
    };
    element.addEventListener("mouseenter", point);
    element.addEventListener("mouseleave", leave);
    element.addEventListener("focusin", point);
    element.addEventListener("focusout", leave);
    return () => {
      // Nothing may change while elements are being taken away.
      queueMicrotask(leave);
      element.removeEventListener("mouseenter", point);
      element.removeEventListener("mouseleave", leave);
      element.removeEventListener("focusin", point);
      element.removeEventListener("focusout", leave);
    };
  };
}
