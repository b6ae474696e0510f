const LONGEST = 60;

/** A label as part of a sentence or a title, which a long one would fill. */
export function shortLabel(label: string): string {
  const letters = [...label];
  return letters.length <= LONGEST ? label : `${letters.slice(0, LONGEST - 1).join('')}…`;
}
