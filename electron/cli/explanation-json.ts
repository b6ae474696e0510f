/** An explanation for programs. Ids are for good; sentences beside them are in the person's language and may change. */
import type { JudgedText } from '../../shared/diagnosis/judge-text';
import type { Test, Verdict } from '../../shared/diagnosis/verdict';
import type { Cause } from '../../shared/errors/reading';
import type { Say } from '../../shared/messages/speaker';
import { redact } from '../../shared/redaction/redact';
import { remedyFor } from '../../shared/remedies/remedies';
import { remedySteps } from '../../shared/remedies/remedy-steps';
import { remedyLinks } from '../../shared/report/explanation';
import { headlineOf } from '../../shared/report/headline';
import { priceOf, testName } from '../../shared/report/test-text';
import { flatReading } from './flat-reading';

/** Changes when a name goes away or its meaning changes, not when one is added. The schemas are in `electron/cli/schemas`. */
export const SCHEMA_VERSION = 1;

export type Json = Readonly<Record<string, unknown>>;

export function explanationJson({ reading, verdict }: JudgedText, say: Say): Json {
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: 'explanation',
    ...flatReading(reading),
    other_errors: reading.others.map(({ cause, excerpt }) => ({ cause, excerpt: redact(excerpt) })),
    verdict: verdictJson(verdict, say),
  };
}

/** What is known of a cause before anything happened. */
export function causeJson(cause: Cause, { verdict }: JudgedText, say: Say): Json {
  return { schemaVersion: SCHEMA_VERSION, kind: 'cause', cause, verdict: verdictJson(verdict, say) };
}

export function verdictJson(verdict: Verdict, say: Say): Json {
  return {
    outcome: verdict.outcome,
    ...headlineOf(verdict, say),
    cause: verdict.cause,
    layer: verdict.layer,
    confidence: verdict.confidence,
    checks: verdict.ladder.map(({ layer, state, reason }) => ({ layer, state, reason })),
    rivals: verdict.rivals.map(({ cause, test }) => ({
      cause,
      title: say(`verdict.rival.${cause}`),
      test: testJson(test, verdict, say),
    })),
    next_test: verdict.nextTest === null ? null : testJson(verdict.nextTest, verdict, say),
    remedy: remedyJson(verdict, say),
  };
}

function testJson(test: Test, { model }: Verdict, say: Say): Json {
  return {
    test: test.kind === 'probe' ? test.probe : test.kind,
    title: testName(test, say),
    price: priceOf(test, model, say),
  };
}

function remedyJson(verdict: Verdict, say: Say): Json | null {
  const remedy = remedyFor(verdict);
  if (remedy === null) return null;
  return {
    who: remedy.who,
    steps: remedySteps(verdict).map((step) => say(step)),
    applies_within_minutes: remedy.appliesWithinMinutes,
    links: remedyLinks(verdict).map(({ id, url }) => ({
      link: id,
      title: say(`remedies.link.${id}`),
      url,
    })),
  };
}
