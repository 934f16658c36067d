// Short names for the kinds of blocks and items, so that each component names the one it draws.
import type { Block } from "./bindings/Block";
import type { Item } from "./bindings/Item";
import type { Span } from "./bindings/Span";

/** The block of one kind. */
export type BlockOf<Kind extends Block["type"]> = Extract<Block, { type: Kind }>;

/** The item of a drawn page of one kind. */
export type ItemOf<Kind extends Item["type"]> = Extract<Item, { type: Kind }>;

/** Finished text. */
export type Text = Span[];

/**
 * Names each thing of a list by its kind and its turn among its kind. When a note appears above a field, the field keeps its name, and
 * so its element and the focus in it. A fold is named by what it says: one that the user has opened stays open wherever it stands, and
 * does not lend that to another.
 */
export function names(things: (Block | Item)[]): string[] {
  const turns: Record<string, number> = {};
  return things.map((thing) => {
    const name = thing.type === "details" ? `details ${thing.summary.map((span) => span.text).join("")}` : thing.type;
    const turn = (turns[name] = (turns[name] ?? 0) + 1);
    return `${name} ${turn}`;
  });
}
