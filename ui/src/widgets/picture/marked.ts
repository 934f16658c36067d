// Finds out whether a drawn page points at something, in which case everything else is dimmed.
import type { Item } from "../../bindings/Item";

/** Whether an item, or one inside it, carries a mark. */
export function isMarked(items: Item[]): boolean {
  return items.some((item) => {
    switch (item.type) {
      case "tabs":
        return item.tabs.some((tab) => tab.mark !== null);
      case "menu":
        return item.entries.some((entry) => entry.mark !== null);
      case "panel":
        return item.mark !== null || isMarked(item.items);
      case "row":
      case "scroll":
        return isMarked(item.items);
      case "checkbox":
      case "radio":
      case "button":
      case "value":
      case "field":
      case "select":
      case "below":
        return item.mark !== null;
      case "heading":
      case "text":
      case "remark":
      case "bars":
      case "facts":
        return false;
    }
  });
}
