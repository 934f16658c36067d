// The only file that knows Tauri: screens come in as answers and through one channel, actions go out through one command.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { Action } from "./bindings/Action";
import type { Press } from "./bindings/Press";
import type { Screen } from "./bindings/Screen";

/** A screen and which one it is, counted from 1. */
type Shown = { number: number; screen: Screen };

declare global {
  interface Window {
    /** The screen to begin with, put there before anything else runs. */
    firstScreen: Shown | null;
  }
}

/** The number of the last screen, and its place. */
let last = 0;
let place = "";
let show: (screen: Screen) => void;

/** An answer and the channel may overtake each other: what is older than the last screen is dropped. */
function take(shown: Shown | null): void {
  if (shown === null || shown.number <= last) return;
  last = shown.number;
  place = shown.screen.place;
  show(shown.screen);
}

/** Hands over the current screen and each one after it. */
export function subscribe(onScreen: (screen: Screen) => void): void {
  show = onScreen;
  take(window.firstScreen);
  void invoke("subscribe", { channel: new Channel<Shown>(take), number: last });
}

/** Ends when all that was sent is answered. */
let answered: Promise<void> = Promise.resolve();

/** Sends what the user did, and where. The answer, if any, is the next screen. Ends when it is there. */
export function dispatch(action: Action): Promise<void> {
  const here = place;
  const send = async (): Promise<void> => take(await invoke<Shown | null>("dispatch", { action, place: here }));
  // One after the other: commands under way together may overtake each other, and then the last letter comes before the one before it.
  answered = answered.then(send, send);
  return answered;
}

/** Sends back what a button carried. `after`: in one frame with what comes of it; a menu that closes before is painted before. */
export function send(press: Press, after?: () => void): void {
  const done = dispatch({ type: "press", press });
  if (after) void done.finally(after);
}
