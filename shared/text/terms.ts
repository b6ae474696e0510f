/** What a person types to find something, and whether a text is it. */

/** Width, case and the two kana make no difference to whoever types. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Words that have to be found together, folded. */
type Term = readonly string[];

/**
 * Commas part terms, of which one has to fit. The words of a term are parted by spaces, and by the signs that stand for
 * what was left out of a label or an id where it is shown, as in `…h4Tq · proj_9QmT…ZeZ7a`.
 */
export function termsOf(query: string): readonly Term[] {
  return fold(query)
    .split(/[,、;]/)
    .map((term) => term.split(/\s+|·|\.{2,}/).filter(Boolean))
    .filter((words) => words.length > 0);
}

/** True also where nothing is asked for. */
export function fitsTerms(terms: readonly Term[], has: (word: string) => boolean): boolean {
  return terms.length === 0 || terms.some((words) => words.every(has));
}
