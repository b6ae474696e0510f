import { describe, expect, it } from 'vitest';
import { Navigation } from '../../renderer/frame/navigation';
import { shortMoment } from '../../renderer/text/format';
import type { CaseSummary } from '../../shared/case/views';
import type { RunView } from '../../shared/matrix/views';
import { runView } from '../support/run-view';
import { draw, textOf } from './support/draw';

const CASE: CaseSummary = {
  id: 'case-1',
  updatedAt: '2026-11-22T10:00:00.000Z',
  outcome: 'open',
  cause: null,
  model: 'gpt-5.5',
  project: null,
  wizard: 're_verify',
  host: 'openai',
  watching: null,
  name: null,
  isPinned: false,
};
const RUN = runView({
  kind: 'confirm',
  probe: 'free_probe',
  total: 200,
  done: 60,
  dropped: 9,
  left: 131,
  counts: { listed: 0, confirmed: 60, denied: 0, unknown: 0 },
  ratePerSecond: 8,
  secondsLeft: 17,
});

function sidebar(cases: readonly CaseSummary[], run: RunView | null, language: 'en' | 'ja' = 'en'): string {
  const known = [
    [['cases'], cases],
    [['matrix', 'runs'], { run, rests: [] }],
  ] as const;
  return textOf(draw(<Navigation onSearch={() => undefined} />, known, language));
}

describe('the sidebar', () => {
  it('calls access open only once a watch is over', () => {
    const watching = { consecutive: 1, needed: 3 };
    const touched = shortMoment(CASE.updatedAt, 'en', new Date());
    expect(sidebar([{ ...CASE, watching }], null)).toContain(`gpt-5.5 ${touched} Watching: 1 of 3`);
    expect(sidebar([{ ...CASE, watching }], null)).not.toContain('Access is open');
    expect(sidebar([CASE], null)).toContain('Access is open');
    expect(sidebar([{ ...CASE, watching }], null, 'ja')).toContain('監視中：連続成功 1 / 3');
  });

  it('blames no project for what the service behind another address refuses', () => {
    const refused = { ...CASE, outcome: 'refused', cause: 'project_lacks_model' } as const;
    const [own, other] = [refused, { ...refused, host: 'other' } as const].map((item) =>
      sidebar([item], null),
    );
    expect(own).toContain('The project is not allowed');
    expect(other).toContain('The service behind this address refuses the model');
    expect(other).not.toContain('The project is not allowed');
  });

  it.each([
    ['running', 'Matrix 34 %'],
    ['paused', 'Matrix paused'],
    ['done', 'Matrix History'],
    ['cancelled', 'Matrix History'],
  ] as const)('says of a run that is %s: %s', (state, words) => {
    expect(sidebar([], { ...RUN, state })).toContain(words);
  });
});
