import { describe, expect, it } from 'vitest';
import { compareProjects } from '../../../electron/cases/comparison';
import type { KeySummary } from '../../../shared/keys/key';
import { keySummary } from '../../support/key-summary';

const MODEL = 'gpt-5.5';
const ORGANIZATION = 'org-1';

/** A key as it is stored, where it turns out to belong once the API names it, and what it lists; null for no answer. */
interface Given {
  readonly known?: Partial<KeySummary>;
  readonly home: { readonly organization: string | null; readonly project: string | null };
  readonly lists: readonly string[] | null;
}

const home = (project: string | null, organization: string | null = ORGANIZATION) => ({
  organization,
  project,
});
const known = (project: string, ...lists: readonly string[]): Given => ({
  known: home(project),
  home: home(project),
  lists,
});
const unknown = (project: string | null, ...lists: readonly string[]): Given => ({
  home: home(project),
  lists,
});
const unreachable: Given = { home: home(null, null), lists: null };

/** The first key is the case's own; keys are named by their place. */
async function compare(given: readonly Given[]) {
  let keys = given.map(({ known: part }, index) => keySummary({ ...part, id: String(index) }));
  const asked: string[] = [];
  const find = (id: string) => keys.find((key) => key.id === id) ?? null;
  const own = find('0');
  if (own === null) throw new Error('No key');
  const outcome = await compareProjects({
    keys: {
      find,
      list: () => keys,
      target: async () => ({ ok: true, value: { secret: 'secret', baseUrl: own.baseUrl } }),
    },
    checker: {
      list: async ({ key }) => {
        asked.push(key.id);
        return given[Number(key.id)]?.lists ?? null;
      },
      identify: async ({ key: { id } }) => {
        keys = keys.map((key) => (key.id === id ? { ...key, ...given[Number(id)]?.home } : key));
      },
    },
    own,
    model: MODEL,
    signal: new AbortController().signal,
    found: () => undefined,
  });
  return { outcome, asked };
}

describe('whether another project has the model', () => {
  it.each<[string, readonly Given[], string]>([
    ['one that is known to', [known('proj_a'), known('proj_b', MODEL)], 'has_it'],
    ['one that is known not to', [known('proj_a'), known('proj_b', 'o3')], 'lacks_it'],
    ['one that is met only now', [unknown('proj_a', 'o3'), unknown('proj_b', MODEL)], 'has_it'],
    ['another key of the own project', [known('proj_a'), known('proj_a', 'o3')], 'nobody_to_ask'],
    [
      'another key of the own project, both met only now',
      [unknown('proj_a', 'o3'), unknown('proj_a', 'o3')],
      'nobody_to_ask',
    ],
    [
      'a key of the own project, whose project alone was not known',
      [{ ...known('proj_a', 'o3'), known: home(null) }, known('proj_a', 'o3')],
      'nobody_to_ask',
    ],
    ['a key whose project stays unknown', [known('proj_a'), unknown(null, 'o3')], 'nobody_to_ask'],
    [
      'any, where the own project stays unknown',
      [unknown(null, 'o3'), known('proj_b', 'o3')],
      'nobody_to_ask',
    ],
    [
      'one of another organization',
      [known('proj_a'), { home: home('proj_b', 'org-2'), lists: [MODEL] }],
      'nobody_to_ask',
    ],
  ])('asks %s', async (_name, given, expected) => {
    expect((await compare(given)).outcome).toBe(expected);
  });

  it('asks a known neighbour before five keys that were added earlier', async () => {
    const five = Array.from({ length: 5 }, () => unreachable);
    const { outcome, asked } = await compare([known('proj_a'), ...five, known('proj_b', MODEL)]);
    expect([outcome, asked]).toEqual(['has_it', ['6']]);
  });

  it('costs no more than five keys their list', async () => {
    const eight = Array.from({ length: 8 }, () => unreachable);
    expect((await compare([known('proj_a'), ...eight])).asked).toHaveLength(5);
  });
});
