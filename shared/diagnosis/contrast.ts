/**
 * Refusals in a pasted text that a success of ours does not disprove, since our test differs from the failing request in
 * just what was refused. The key then works from here, and the failing program has to be compared with that.
 */
import { type Reading, WRONG_HOST } from '../errors/reading';
import type { Strength } from '../observations/showing';

/** In what the failing request differs from a test that got through. Sentences are in `messages/*\/verdict`. */
export type SenderDifference =
  | 'header'
  | 'membership'
  | 'no_key'
  | 'another_key'
  | 'sign_in'
  | 'place'
  | 'address'
  | 'service'
  | 'way'
  | 'host'
  | 'endpoint_or_parameter'
  | 'feature'
  | 'verification'
  | 'batch'
  | 'content'
  | 'unseen';

interface Row {
  readonly differs: SenderDifference;
  /** `model`: what the test asked for. */
  readonly fits: (reading: Reading, model: string | null) => boolean;
  /** Successes that the refusal says nothing against, nor they against it. */
  readonly survives: readonly Strength[];
  /** True where the refusal was of another key or model, so that the verdict on these is what the test showed. */
  readonly ofAnother?: true;
  readonly source: string;
}

const BOTH: readonly Strength[] = ['proved', 'validated'];
const by =
  (...causes: readonly Reading['cause'][]) =>
  ({ cause }: Reading) =>
    causes.includes(cause);

/** The first row that fits decides. A cause without a row is the model's or the project's own, and a success disproves it. */
const ROWS: readonly Row[] = [
  {
    differs: 'batch',
    fits: ({ facts }, model) => model !== null && facts.model === `${model}-batch`,
    survives: BOTH,
    ofAnother: true,
    source:
      'Error collection, 2026-01: a batch asked for the sibling of that name, while the model itself answered.',
  },
  {
    differs: 'host',
    fits: ({ rule }) => rule === WRONG_HOST,
    survives: BOTH,
    source: 'Data residency guide, 2026: a project answers on its own host alone.',
  },
  {
    differs: 'membership',
    fits: ({ cause, facts, sentence }) =>
      cause === 'org_or_project_mismatch' && !namesHeader(facts.code, sentence),
    survives: BOTH,
    ofAnother: true,
    source: 'Error guide, 2026: the owner of the failing key is no member; a key that works is another one.',
  },
  {
    differs: 'header',
    fits: by('org_or_project_mismatch'),
    survives: BOTH,
    source: 'Error guide, 2026: a header contradicts the key. Our tests send none unless told.',
  },
  {
    differs: 'sign_in',
    fits: ({ sentence }) => /\bchatgpt (?:account|plan)\b/i.test(sentence ?? ''),
    survives: BOTH,
    ofAnother: true,
    source:
      'Codex threads, 2026: signed in with ChatGPT, a program is let through by the plan and not by a key.',
  },
  {
    differs: 'no_key',
    fits: by('key_missing', 'keyless_sign_in'),
    survives: BOTH,
    source: 'Error guide, 2026. Our tests send the chosen key.',
  },
  {
    differs: 'another_key',
    fits: by('key_invalid', 'account_disabled', 'project_archived'),
    survives: BOTH,
    ofAnother: true,
    source:
      'A key that is refused as such does not answer: the program sends another one, or it was made to work since.',
  },
  {
    differs: 'place',
    fits: by('region_blocked'),
    survives: BOTH,
    source: 'Error guide, 2026: the refusal depends on where a request comes from.',
  },
  {
    differs: 'address',
    fits: by('ip_blocked'),
    survives: BOTH,
    source: 'IP allowlist page, 2026: the refusal depends on the address a request comes from.',
  },
  {
    differs: 'service',
    fits: by('other_vendor'),
    survives: BOTH,
    source: 'The text was written by another service than the one that was tested.',
  },
  {
    differs: 'way',
    fits: by('network', 'not_from_api'),
    survives: BOTH,
    source: 'DNS, proxy and certificates are those of the machine that sends.',
  },
  {
    differs: 'endpoint_or_parameter',
    fits: by('wrong_endpoint_or_parameter'),
    survives: BOTH,
    source: 'Our tests ask for the least, at the endpoint that fits the model.',
  },
  {
    differs: 'feature',
    fits: by('feature_not_enabled'),
    survives: BOTH,
    source: 'Our tests use no hosted tool and no special feature.',
  },
  {
    differs: 'content',
    fits: by('safety_restricted'),
    survives: BOTH,
    source:
      'Safety programmes, 2026: what a request asks, or the programme that it names, is refused. Ours ask nothing.',
  },
  {
    differs: 'unseen',
    fits: by('reason_not_shown'),
    survives: BOTH,
    source: 'A status alone says nothing of what was refused.',
  },
  {
    differs: 'verification',
    fits: ({ cause, facts, sentence }) =>
      cause === 'org_unverified' && (facts.param !== null || /stream|reasoning summar/i.test(sentence ?? '')),
    survives: BOTH,
    source:
      'Issue trackers, 2025: asked for streaming and reasoning summaries alone, which no test of ours uses.',
  },
  {
    differs: 'verification',
    fits: by('org_unverified'),
    survives: ['validated'],
    source: 'Recorded traffic, 2026: checked after validation, so that a free test does not meet it.',
  },
];

function namesHeader(code: string | null, sentence: string | null): boolean {
  return /^mismatched_/.test(code ?? '') || /header should match/i.test(sentence ?? '');
}

export interface Contrast {
  readonly differs: SenderDifference;
  /** Whether the text's refusal still stands as the answer to the case. */
  readonly stands: boolean;
}

/** In what the failing request differs from a success of this strength with `model`; null where that disproves its refusal. */
export function contrastOf(reading: Reading, strength: Strength, model: string | null): Contrast | null {
  const row = ROWS.find(({ fits }) => fits(reading, model));
  if (row?.survives.includes(strength) !== true) return null;
  return { differs: row.differs, stands: row.ofAnother !== true };
}
