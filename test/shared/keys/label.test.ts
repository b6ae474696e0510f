import { describe, expect, it } from 'vitest';
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
});
