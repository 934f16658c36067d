// The only file that knows Tauri: screens come in through one channel, actions go out through one command.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { Action } from "./bindings/Action";
import type { Press } from "./bindings/Press";
import type { Screen } from "./bindings/Screen";

/** Asks for the current screen and for each one after it. */
export function subscribe(onScreen: (screen: Screen) => void): void {
  void invoke("subscribe", { channel: new Channel<Screen>(onScreen) });
}

/** Sends what the user did. The answer, if any, is the next screen. */
export function dispatch(action: Action): void {
  void invoke("dispatch", { action });
}

/** Sends back what a button carried. */
export function send(press: Press): void {
  dispatch({ type: "press", press });
}
