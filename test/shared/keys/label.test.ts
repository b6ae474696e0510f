import { describe, expect, it } from 'vitest';
import { MAX_LABEL } from '../../../shared/keys/key';
import { freeLabel, labelFromName } from '../../../shared/keys/label';

describe('a label', () => {
  it.each([
    ['OPENAI_API_KEY', ''],
    ['STAGING_OPENAI_API_KEY', 'Staging'],
    ['OPENAI_API_KEY_BATCH_JOBS', 'Batch jobs'],
    ['webShopApiKey', 'Web Shop'],
    ['prod-eu.openai.key', 'Prod eu'],
    ['検証サーバー', '検証サーバー'],
    ['for the web shop', 'for the web shop'],
    ['OPENAI_API_KEY_2', ''],
  ])('made from %j is %j', (name, label) => {
    expect(labelFromName(name)).toBe(label);
  });

  it.each([
    ['Shop', [], 'Shop'],
    ['Shop', ['Shop'], 'Shop (2)'],
    ['Shop', ['Shop', 'Shop (2)'], 'Shop (3)'],
    ['Shop (2)', ['Shop (2)'], 'Shop (3)'],
    ['Shop (2)', ['Shop', 'Shop (2)', 'Shop (3)'], 'Shop (4)'],
  ])('%j beside %j becomes %j', (wish, taken, label) => {
    expect(freeLabel(wish, new Set(taken))).toBe(label);
  });

  it('that is numbered stays within what a label may have, in whole characters', () => {
    const taken = new Set<string>();
    for (const wish of ['鍵'.repeat(300), '🔑'.repeat(100), `${'L'.repeat(199)}🔑`])
      for (let count = 0; count < 12; count += 1) taken.add(freeLabel(wish, taken));
    expect(taken.size).toBe(36);
    expect([...taken].filter((label) => label.length > MAX_LABEL || !label.isWellFormed())).toEqual([]);
  });
});
