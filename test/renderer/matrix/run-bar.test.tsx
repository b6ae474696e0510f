import { describe, expect, it } from 'vitest';
import { RunBar } from '../../../renderer/ui/run-bar';
import type { RunFailure } from '../../../shared/matrix/views';
import { runView } from '../../support/run-view';
import { draw, textOf } from '../support/draw';

const STOPPED = runView({
  state: 'cancelled',
  done: 2,
  left: 4,
  counts: { confirmed: 0, listed: 2, denied: 0, unknown: 0 },
});

const REST = { runId: STOPPED.id, kind: STOPPED.kind, count: STOPPED.left } as const;
const nothing = () => undefined;

function shown(failure: RunFailure | null, language: 'en' | 'ja'): string {
  const bar = <RunBar run={{ ...STOPPED, failure }} rest={REST} onClose={nothing} onRest={nothing} />;
  return textOf(draw(bar, [], language));
}

describe('a run that was stopped', () => {
  it.each<[RunFailure, 'en' | 'ja', string]>([
    ['host_paused', 'en', 'The server asked for a pause of more than a minute'],
    ['host_paused', 'ja', 'サーバーから 1 分を超える待機を求められた'],
    ['offline', 'en', 'This computer is offline'],
    ['offline', 'ja', 'オフラインのため'],
    ['vault_locked', 'en', 'The keychain is locked'],
    ['vault_locked', 'ja', 'キーチェーンがロックされています'],
    ['store_failed', 'en', 'could not be written to disk'],
  ])('by %s says so (%s), and offers to go on', (failure, language, sentence) => {
    const text = shown(failure, language);
    expect(text).toContain(sentence);
    expect(text).toContain(language === 'en' ? 'Test the remaining 4' : '残り 4 件を続ける');
  });

  it('by the person says nothing of a failure', () => {
    expect(shown(null, 'en')).not.toContain('That did not work');
  });
});
