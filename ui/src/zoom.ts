// Zooming the window with the same keys as in every browser, because the window has no menu for it.
import type { Zoom } from "./bindings/Zoom";
import { send } from "./ipc";

const zooms: Record<string, Zoom> = { "+": "in", "=": "in", "-": "out", "0": "normal" };

export function zoomByKey(event: KeyboardEvent): void {
  // On a French keyboard, the 0 key produces "à".
  const zoom = zooms[event.code === "Digit0" ? "0" : event.key];
  if (zoom === undefined || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  send({ type: "zoom", zoom });
}
