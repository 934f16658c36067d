// The only file that knows Tauri: screens arrive as answers and through one channel, actions go out through one command.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { Action } from "./bindings/Action";
import type { Press } from "./bindings/Press";
import type { Screen } from "./bindings/Screen";

/** A screen, and its number, counted from 1. */
type Shown = { number: number; screen: Screen };

declare global {
  interface Window {
    /** The first screen, put there before anything else runs. */
    firstScreen: Shown | null;
  }
}

/** The number of the last screen, and its place. */
let last = 0;
let place = "";
let show: (screen: Screen) => void;

/** Answers and the channel may overtake each other, so anything older than the last screen is dropped. */
function take(shown: Shown | null): void {
  if (shown === null || shown.number <= last) return;
  last = shown.number;
  place = shown.screen.place;
  show(shown.screen);
}

/** Hands over the current screen and each later one. */
export function subscribe(onScreen: (screen: Screen) => void): void {
  show = onScreen;
  take(window.firstScreen);
  void invoke("subscribe", { channel: new Channel<Shown>(take), number: last });
}

/** Resolves once everything sent has been answered. */
let answered: Promise<void> = Promise.resolve();

/** Sends what the user did, and where. The answer, if any, is the next screen. Resolves once that is shown. */
export function dispatch(action: Action): Promise<void> {
  const here = place;
  const send = async (): Promise<void> => take(await invoke<Shown | null>("dispatch", { action, place: here }));
  // One after another: commands under way together may overtake each other, so that the last letter arrives before the previous one.
  answered = answered.then(send, send);
  return answered;
}

/** Sends back what a button carried. `after` runs in the same frame as the result; a menu that closes before is painted before. */
export function send(press: Press, after?: () => void): void {
  const done = dispatch({ type: "press", press });
  if (after) void done.finally(after);
}
