/** Under which names the page keeps what was chosen: practice and the real keys are different worlds. */

export function filterName(world: string): string {
  return `history.filter ${world}`;
}

export function tabName(world: string): string {
  return `history.tab ${world}`;
}
