// Each screen arrives whole, but usually little of it is new. What is the same stays the same object, so that what shows it has no
// work.

type Parts = Record<string, unknown>;

/** Returns `next`, with every part that is equal to the earlier one replaced by that earlier part. */
export function keep<Thing>(before: Thing | undefined, next: Thing): Thing {
  return kept(before, next) as Thing;
}

function kept(before: unknown, next: unknown): unknown {
  if (!isParted(before) || !isParted(next) || Array.isArray(before) !== Array.isArray(next)) return next;
  const names = Object.keys(next);
  let same = names.length === Object.keys(before).length;
  for (const name of names) {
    const part = next[name];
    const earlier = before[name];
    if (part === earlier) continue;
    if (isParted(part) && (next[name] = kept(earlier, part)) === earlier) continue;
    same = false;
  }
  return same ? before : next;
}

/** Whether it has parts: an object or a list. */
function isParted(thing: unknown): thing is Parts {
  return typeof thing === "object" && thing !== null;
}
