import { describe, expect, it } from 'vitest';
import { Compared } from '../../renderer/history/compared';
import { OutcomePill } from '../../renderer/history/outcome-pill';
import { runName } from '../../renderer/history/run-name';
import { TimelineChart } from '../../renderer/history/timeline-chart';
import { SinceSentence } from '../../renderer/history/timeline-section';
import { refusalText } from '../../renderer/state/use-open-case';
import type { Since, TimelinePoint } from '../../shared/history/timeline';
import type { Comparison, RunDifference, RunSummary } from '../../shared/history/views';
import { sayIn } from '../../shared/messages/say';
import { AT } from '../support/evidence';
import { draw, textOf } from './support/draw';

describe('a case that goes on from a check', () => {
  it.each([
    [{ outcome: 'denied', status: 403, excerpt: '{"error":{}}' }, '403 {"error":{}}'],
    [{ outcome: 'denied', status: null, excerpt: 'blocked' }, 'blocked'],
    [{ outcome: 'denied', status: 401, excerpt: null }, null],
    // What passed a free test was refused for its content alone.
    [{ outcome: 'confirmed', status: 400, excerpt: '{"error":{}}' }, null],
    [{ outcome: 'unknown', status: 500, excerpt: '{"error":{}}' }, null],
  ] as const)('starts from %o with the text %s', (result, text) => {
    expect(refusalText(result)).toBe(text);
  });
});

const NOTHING: Comparison = { same: 0, onlyOne: 0, differences: [], otherwiseTested: [] };

const difference = (model: string): RunDifference => ({
  keyId: 'key-1',
  keyLabel: 'Work',
  keyLastFour: 'aaaa',
  model,
  checkId: 'check-1',
  before: { outcome: 'listed', strength: null, layer: null, cause: null },
  after: { outcome: 'denied', strength: null, layer: 'scope', cause: 'key_scope' },
});

function run(id: string, part: Partial<RunSummary> = {}): RunSummary {
  const scope = { keys: 1, models: 0, example: null };
  const ended = { total: 1, done: 1, state: 'done', startedAt: AT, endedAt: AT } as const;
  return { id, kind: 'fill', probe: 'list', ...ended, ...scope, ...part };
}

describe('a comparison of two runs', () => {
  const drawn = (part: Partial<Comparison>) =>
    textOf(
      draw(
        <Compared
          comparison={{ ...NOTHING, ...part }}
          before={run('run-1')}
          after={run('run-2')}
          onOpen={() => undefined}
        />,
      ),
    );

  it.each<[string, Partial<Comparison>, string]>([
    ['everything is as it was', { same: 3 }, 'Nothing changed between these runs.'],
    ['some of it is in one run only', { same: 3, onlyOne: 2 }, 'Nothing changed among what both runs'],
    [
      'some of it was tested otherwise',
      { same: 3, otherwiseTested: [difference('o3')] },
      'Nothing changed among what both runs',
    ],
    ['nothing was answered in both', { onlyOne: 2 }, 'they cannot be compared'],
  ])('without a difference says, where %s, no more than is known', (_name, comparison, sentence) => {
    const sentences = [
      'Nothing changed between',
      'Nothing changed among what both runs',
      'they cannot be compared',
    ];
    const text = drawn(comparison);
    expect(text).toContain(sentence);
    expect(sentences.filter((each) => text.includes(each))).toHaveLength(1);
  });

  it('tells keys of one name apart, and says how many of its rows are not drawn', () => {
    const text = drawn({ differences: Array.from({ length: 130 }, (_, index) => difference(`m-${index}`)) });
    expect(text).toContain('Work …aaaa m-99');
    expect(text).not.toContain('m-100');
    expect(text).toContain('Show more (30 left)');
  });
});

describe('the name of a run', () => {
  const tests = { kind: 'confirm', probe: 'free_probe', models: 25, example: 'gpt-5.5', keys: 7 } as const;

  it.each<[Partial<RunSummary>, string]>([
    [{ keys: 12 }, 'Lists · 12 keys'],
    [tests, 'Free tests · gpt-5.5 and 24 more · 7 keys'],
    [{ ...tests, models: 1 }, 'Free tests · gpt-5.5 · 7 keys'],
    [
      { ...tests, state: 'running', done: 412, total: 60_200 },
      'Free tests · gpt-5.5 and 24 more · 7 keys · 412 of 60,200 · in progress',
    ],
    [{ keys: 0, state: 'interrupted', done: 0, total: 9 }, 'Lists · 0 of 9 · cut short'],
  ])('of %o says when, to the second, and what about', (part, words) => {
    expect(runName(run('run-1', part), { say: sayIn('en'), language: 'en' }, new Date(AT))).toMatch(
      new RegExp(`^\\d\\d:\\d\\d:\\d\\d · ${words.replaceAll('.', '\\.')}$`),
    );
  });
});

describe('how it went over time', () => {
  const at = (second: number) => new Date(2026, 10, 22, 9, 5, second).toISOString();
  const point = (
    second: number,
    part: Pick<TimelinePoint, 'outcome' | 'layer' | 'stands'>,
  ): TimelinePoint => ({
    checkId: `check-${second}`,
    at: at(second),
    source: 'check',
    probe: 'free_probe',
    strength: null,
    ...part,
  });

  it.each<['en' | 'ja', Since, RegExp]>([
    [
      'en',
      { kind: 'lacks', since: at(9), lastHad: { at: at(1), as: 'listed' } },
      /05:09; last seen listed .*05:01/,
    ],
    ['en', { kind: 'lacks', since: at(9), lastHad: { at: at(1), as: 'working' } }, /last seen working/],
    [
      'ja',
      { kind: 'lacks', since: at(9), lastHad: { at: at(1), as: 'listed' } },
      /最後に一覧にあったのは.*05:01/,
    ],
    ['en', { kind: 'has', since: at(9), lastLacked: at(1) }, /05:09; last missing .*05:01/],
  ])(
    'is said in %s of %j by what was seen, with seconds where minutes are the same',
    (language, since, words) => {
      expect(textOf(draw(<SinceSentence since={since} />, [], language))).toMatch(words);
    },
  );

  it('is drawn with the moment of each mark, and without a fall from a list to what no list shows', () => {
    const html = draw(
      <TimelineChart
        points={[
          point(1, { outcome: 'listed', layer: null, stands: null }),
          point(5, { outcome: 'denied', layer: 'scope', stands: 'lacks' }),
          point(9, { outcome: 'denied', layer: 'scope', stands: 'lacks' }),
        ]}
      />,
    );
    expect([...html.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title?.slice(-18))).toEqual([
      expect.stringMatching(/:05:01 · Listed$/),
      expect.stringMatching(/:05:05 · Refused$/),
      expect.stringMatching(/:05:09 · Refused$/),
    ]);
    expect(html).toMatch(/<path d="M[\d.]+ 70 H[\d.]+ V70"/);
  });
});

describe('the outcome of a check', () => {
  it.each([
    [{ outcome: 'confirmed', strength: 'proved', layer: null, cause: null }, 'Confirmed'],
    [{ outcome: 'confirmed', strength: 'validated', layer: null, cause: null }, 'Likely works'],
    [
      { outcome: 'denied', strength: null, layer: 'policy', cause: 'project_lacks_model' },
      'Refused · No project access',
    ],
    [{ outcome: 'not_listed', strength: null, layer: null, cause: null }, 'Not listed'],
  ] as const)('%o is called “%s”, as in the matrix', (result, words) => {
    expect(textOf(draw(<OutcomePill {...result} />))).toBe(words);
  });
});
