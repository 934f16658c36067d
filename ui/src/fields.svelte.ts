// What was typed can be refused: then every field shows its value again, even the one being typed in.
class Fields {
  /** Whenever this number changes, show the value again. */
  emptied = $state(0);
}

/** One for the whole page. */
export const fields = new Fields();
