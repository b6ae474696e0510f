/** What a verdict answers to "can I?". Scripts rest on it, so it is for good. */
import { settledOutcome, type Verdict } from '../../shared/diagnosis/verdict';

/** How a model was answered for, in the words of the exit status. */
export type AnswerWord = 'yes' | 'no' | 'unclear' | 'obstacle';

/**
 * The layers below the model's own stop a call before the model is asked for; being told to wait says nothing of it. A free
 * test that may mean nothing is no yes.
 */
export function answerOf(verdict: Verdict): AnswerWord {
  const outcome = settledOutcome(verdict);
  if (outcome === 'open') return 'yes';
  if (outcome !== 'refused') return 'unclear';
  const { layer } = verdict;
  if (layer === 'reach' || layer === 'key') return 'obstacle';
  return layer === 'pace' || layer === null ? 'unclear' : 'no';
}

/** What counts first where there are several answers: one "no" is a no, however the others are. */
const ORDER: readonly AnswerWord[] = ['no', 'obstacle', 'unclear', 'yes'];

export function worstOf(words: readonly AnswerWord[]): AnswerWord {
  return ORDER.find((word) => words.includes(word)) ?? 'unclear';
}
