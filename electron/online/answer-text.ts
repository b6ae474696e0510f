/** The answers of `can-i`, for people and for programs. */
import type { KeySummary } from '../../shared/keys/key';
import type { Say } from '../../shared/messages/speaker';
import { hostOf } from '../../shared/observations/host';
import type { Document } from '../../shared/report/document';
import { judgementSections } from '../../shared/report/explanation';
import { headlineOf } from '../../shared/report/headline';
import { type Json, SCHEMA_VERSION, verdictJson } from '../cli/explanation-json';
import { answerOf } from './answer-word';
import type { CanIAnswer } from './can-i';

export function answersDocument(key: KeySummary, answers: readonly CanIAnswer[], say: Say): Document {
  const [first] = answers;
  const asked = say('cli.ask.with', { name: key.label, end: key.lastFour, host: hostOf(key.baseUrl) });
  const whatIsKept = { heading: '', blocks: [{ kind: 'paragraph', text: say('cli.ask.kept') }] } as const;
  if (answers.length === 1 && first !== undefined)
    return {
      title: lineOf(first, say),
      lead: [headlineOf(first.verdict, say).explanation, asked],
      sections: [...judgementSections(first.verdict, null, say), whatIsKept],
    };
  const unanswered = answers.filter(({ verdict }) => answerOf(verdict) !== 'yes');
  return {
    title: say('cli.ask.summary'),
    lead: [asked],
    sections: [
      { heading: '', blocks: [{ kind: 'list', items: answers.map((answer) => lineOf(answer, say)) }] },
      ...unanswered.flatMap((answer) => [
        {
          heading: lineOf(answer, say),
          blocks: [{ kind: 'paragraph', text: headlineOf(answer.verdict, say).explanation } as const],
        },
        ...judgementSections(answer.verdict, null, say),
      ]),
      whatIsKept,
    ],
  };
}

function lineOf({ model, verdict }: CanIAnswer, say: Say): string {
  const answer = say(`cli.ask.answer.${answerOf(verdict)}`);
  return say('cli.ask.line', { model, answer, title: headlineOf(verdict, say).title });
}

export function answerJson(key: KeySummary, answers: readonly CanIAnswer[], say: Say): Json {
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: 'answers',
    key: {
      label: key.label,
      kind: key.kind,
      last_four: key.lastFour,
      base_url: key.baseUrl,
      organization: key.organization,
      project: key.project,
    },
    answers: answers.map(({ model, verdict, evidence }) => ({
      model,
      answer: answerOf(verdict),
      verdict: verdictJson(verdict, say),
      tests: evidence.map(({ probe, model: asked, control, endpoint, durationMs, showed }) => ({
        test: probe,
        model: asked,
        control,
        endpoint,
        duration_ms: durationMs,
        outcome: showed.outcome,
        cause: showed.cause,
      })),
    })),
  };
}
