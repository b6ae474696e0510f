/** What a text by itself says, in full, for whoever reads it outside of the window: the same sentences, from the same judgement. */
import type { JudgedText } from '../diagnosis/judge-text';
import type { Rival, Verdict } from '../diagnosis/verdict';
import type { Reading } from '../errors/reading';
import { hiddenReasonOf } from '../errors/rules/hidden';
import type { Say } from '../messages/speaker';
import { type LinkId, linkUrl, reachableLink } from '../remedies/links';
import { remedyFor } from '../remedies/remedies';
import { remedySteps } from '../remedies/remedy-steps';
import type { Block, Document } from './document';
import { headlineOf } from './headline';
import { namedFacts } from './named-facts';
import { priceOf, testName } from './test-text';

/** Still with secrets where the text held some: `redacted` takes them out. */
export function explanationOf({ reading, verdict }: JudgedText, say: Say): Document {
  const headline = headlineOf(verdict, say);
  const facts = namedFacts(reading.facts, say).map(({ name, value }) => `${name}: ${value}`);
  return {
    title: headline.title,
    lead: [
      headline.explanation,
      ...(reading.needed === null ? [] : [say(`verdict.needed.${reading.needed}`)]),
    ],
    sections: [
      ...standing(verdict, say),
      ...section('', reading.sentence === null ? [] : [{ kind: 'code', text: reading.sentence }]),
      ...section(say('app.fact.list'), listed(facts)),
      ...section(
        say('app.diagnose.otherErrors'),
        listed(reading.others.map(({ cause }) => say(`verdict.cause.${cause}.title`))),
      ),
      ...waysOn(verdict, reading, say),
    ],
  };
}

/** What a verdict on answers says besides its headline. `reading`: of the text that it rests on; null for none. */
export function judgementSections(verdict: Verdict, reading: Reading | null, say: Say): Sections {
  return [...standing(verdict, say), ...waysOn(verdict, reading, say)];
}

function standing(verdict: Verdict, say: Say): Sections {
  return section('', [...layerOf(verdict, say), ...surenessOf(verdict, say)]);
}

function waysOn(verdict: Verdict, reading: Reading | null, say: Say): Sections {
  const rivals = verdict.rivals.map((rival) => rivalText(rival, verdict, say));
  return [
    ...section(say('app.case.rivals'), listed(rivals)),
    ...section(say('app.case.nextTest'), nextTestOf(verdict, say)),
    ...remedyOf(reading, verdict, say),
  ];
}

type Sections = Document['sections'];

function section(heading: string, blocks: readonly Block[]): Sections {
  return blocks.length === 0 ? [] : [{ heading, blocks }];
}

function listed(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function layerOf({ layer }: Verdict, say: Say): readonly Block[] {
  if (layer === null) return [];
  const name = say(`verdict.layer.${layer}.name`);
  const question = say(`verdict.layer.${layer}.question`);
  return [{ kind: 'paragraph', text: say('cli.explain.layer', { name, question }) }];
}

/** Where nothing is claimed, there is nothing to be more or less sure of; how open access is, the headline says. */
function surenessOf({ outcome, cause, confidence }: Verdict, say: Say): readonly Block[] {
  if (outcome === 'open' || (outcome === 'undecided' && cause === null)) return [];
  const word = say(`verdict.confidence.${confidence}`);
  const help = say(`verdict.confidenceHelp.${confidence}`);
  return [{ kind: 'paragraph', text: say('cli.explain.sureness', { word, help }) }];
}

function rivalText({ cause, test }: Rival, verdict: Verdict, say: Say): string {
  return `${say(`verdict.rival.${cause}`)}\n${say('cli.explain.test')} ${testWithPrice(test, verdict, say)}`;
}

function nextTestOf(verdict: Verdict, say: Say): readonly Block[] {
  const { nextTest } = verdict;
  return nextTest === null ? [] : [{ kind: 'paragraph', text: testWithPrice(nextTest, verdict, say) }];
}

function testWithPrice(test: Rival['test'], { model }: Verdict, say: Say): string {
  const price = priceOf(test, model, say);
  return price === null ? testName(test, say) : `${testName(test, say)} ${price}`;
}

function remedyOf(reading: Reading | null, verdict: Verdict, say: Say): Sections {
  const remedy = remedyFor(verdict);
  if (remedy === null) return [];
  const { who, appliesWithinMinutes: minutes } = remedy;
  const hidden = reading === null ? null : hiddenReasonOf(reading, verdict.cause);
  const notes = [
    ...(hidden === null ? [] : [`${hidden.client}: ${hidden.change}`]),
    ...(minutes === null ? [] : [say('remedies.appliesWithin', { minutes })]),
  ];
  return section(say('remedies.heading'), [
    { kind: 'paragraph', text: say(`remedies.who.${who}`) },
    { kind: 'steps', items: remedySteps(verdict).map((step) => say(step)) },
    ...notes.map((text) => ({ kind: 'paragraph', text }) as const),
    ...remedyLinks(verdict).map(
      ({ id, url }) => ({ kind: 'link', text: say(`remedies.link.${id}`), url }) as const,
    ),
  ]);
}

export interface RemedyLink {
  readonly id: LinkId;
  readonly url: string;
}

/** Where a verdict's remedy is done, as full addresses. */
export function remedyLinks(verdict: Pick<Verdict, 'cause' | 'host' | 'project'>): readonly RemedyLink[] {
  const { project } = verdict;
  return (remedyFor(verdict)?.links ?? []).flatMap((link) => {
    const id = reachableLink(link, project);
    const url = linkUrl(id, project);
    return url.ok ? [{ id, url: url.value }] : [];
  });
}
