import { describe, expect, it } from 'vitest';
import { nearestModels } from '../../../shared/models/nearest';
import { isRetired, retirementOf } from '../../../shared/models/retirements';

describe('the date on which a model is shut down', () => {
  it.each([
    ['o3-2025-04-16', '2026-12-11'],
    ['o1-2024-12-17', '2026-10-23'],
    ['o4-mini-2025-04-16', '2026-10-23'],
    ['gpt-5-pro-2025-10-06', '2026-12-11'],
    ['gpt-5.1-2025-11-13', '2027-04-01'],
    ['gpt-image-1.5-2025-12-16', '2026-12-01'],
    ['gpt-4o-2024-08-06', '2027-01-14'],
  ])('%s is its alias’s', (model, date) => {
    expect(retirementOf(model)?.date).toBe(date);
  });

  it('is a snapshot’s own where it has one', () => {
    expect([retirementOf('gpt-4o-2024-05-13')?.date, retirementOf('gpt-4o')?.date]).toEqual([
      '2026-10-23',
      '2027-01-14',
    ]);
  });

  it('of a fine-tuned model is its base’s', () => {
    const model = 'ft:gpt-4.1-mini-2025-04-14:acme:notes:Ab12Cd34';
    expect([isRetired(model, '2027-01-13'), isRetired(model, '2027-01-14')]).toEqual([false, true]);
  });

  it('is not known of models that nobody announced', () => {
    expect(['gpt-5.5', 'gpt-6-sol', 'llama-3-70b', 'ft:gpt-5.5:acme::1'].map(retirementOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the replacement that OpenAI’s page names', () => {
  const listed = (...ids: string[]) => ids.map((id) => ({ id, shutdownDate: null }));

  it('comes first where the key lists it, and is not offered where it does not', () => {
    const [first] = nearestModels('o4-mini', listed('gpt-5.4-mini', 'gpt-5.6-terra'), '2026-11-30');
    expect([first?.model, first?.difference]).toEqual(['gpt-5.6-terra', 'replacement']);
    const others = nearestModels('o4-mini', listed('gpt-5.4-mini'), '2026-11-30');
    expect(others.map(({ model }) => model)).toEqual(['gpt-5.4-mini']);
  });
});
