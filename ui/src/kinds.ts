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
 * Names things in a list by their kind and their turn among their kind. When a note appears above a field, the field
 * keeps its name, and so its element and the focus in it.
 */
export function named<Thing extends { type: string }>(things: Thing[]): { name: string; thing: Thing }[] {
  const seen = new Map<string, number>();
  return things.map((thing) => {
    const turn = (seen.get(thing.type) ?? 0) + 1;
    seen.set(thing.type, turn);
    return { name: `${thing.type} ${turn}`, thing };
  });
}
