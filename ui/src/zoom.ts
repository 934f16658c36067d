// The zoom of the window by the keys of every browser. The window has no menu that would do it.
import type { Zoom } from "./bindings/Zoom";
import { send } from "./ipc";

const zooms: Record<string, Zoom> = { "+": "in", "=": "in", "-": "out", "0": "normal" };

export function zoomByKey(event: KeyboardEvent): void {
  // On a French keyboard, the key of the 0 says "à".
  const zoom = zooms[event.code === "Digit0" ? "0" : event.key];
  if (zoom === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  send({ type: "zoom", zoom });
}
