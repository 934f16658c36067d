// Short names for the kinds of blocks and items, so that each component names the one it draws.
import type { Block } from "./bindings/Block";
import type { Item } from "./bindings/Item";
import type { Span } from "./bindings/Span";

/** A block of one kind. */
export type BlockOf<Kind extends Block["type"]> = Extract<Block, { type: Kind }>;

/** An item of a drawn page, of one kind. */
export type ItemOf<Kind extends Item["type"]> = Extract<Item, { type: Kind }>;

/** Finished text. */
export type Text = Span[];

/**
 * Names each thing in a list by its kind and its position among that kind. When a note appears above a field, the field thus keeps its
 * name, and with it its element and the focus in it. A fold is named by its summary: one that the user has opened stays open wherever
 * it is, and does not pass that on to another.
 */
export function names(things: (Block | Item)[]): string[] {
  const turns: Record<string, number> = {};
  return things.map((thing) => {
    const name = thing.type === "details" ? `details ${thing.summary.map((span) => span.text).join("")}` : thing.type;
    const turn = (turns[name] = (turns[name] ?? 0) + 1);
    return `${name} ${turn}`;
  });
}
