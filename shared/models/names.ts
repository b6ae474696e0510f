/** How names of models are built: a date behind an alias, a base before a fine-tuned id. */

const SNAPSHOT = /-\d{4}-\d{2}-\d{2}$|-\d{4}$/;

/** The name without its date: `gpt-4o-2024-08-06` → `gpt-4o`. An alias is returned as it is. */
export function aliasOf(model: string): string {
  return model.replace(/-batch$/, '').replace(SNAPSHOT, '');
}

/** The model that a fine-tuned one was made from; any other name as it is. */
export function baseOf(model: string): string {
  return model.startsWith('ft:') ? (model.split(':')[1] ?? model) : model;
}
