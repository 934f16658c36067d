// What was typed can be refused: then every field shows its value anew, even the one that is being typed in.
class Fields {
  /** Another number than before: show it anew. */
  emptied = $state(0);
}

/** One for the whole page. */
export const fields = new Fields();
