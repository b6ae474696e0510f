import { describe, expect, it } from 'vitest';
import { newCase } from '../../../electron/cases/new-case';
import type { NewCase } from '../../../shared/ipc/calls/cases';
import type { KeySummary } from '../../../shared/keys/key';
import { keySummary } from '../../support/key-summary';

const PASTE =
  "Error code: 403 - {'error': {'message': 'Project `proj_Shop1` does not have access to model `gpt-5.5`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}";

const PROSE = 'OpenAI: our project does not have access to';

const shop = keySummary({ id: 'shop', project: 'proj_Shop1' });
const batch = keySummary({ id: 'batch', project: 'proj_Batch1' });
const unplaced = keySummary({ id: 'unplaced', project: null });

function chosen(request: Partial<NewCase>, keys: readonly KeySummary[]): unknown {
  const whole = { text: null, keyId: null, model: null, ...request };
  const { keyId, model } = newCase(whole, { id: 'id-1', at: '2026-11-22T10:00:00.000Z', keys });
  return [keyId, model];
}

describe('a new case', () => {
  it.each([
    ['the key of the project that the error names', { text: PASTE }, [batch, shop], ['shop', 'gpt-5.5']],
    ['the only key there is', { text: PASTE }, [unplaced], ['unplaced', 'gpt-5.5']],
    ['no key where several might be meant', { text: PASTE }, [batch, unplaced], [null, 'gpt-5.5']],
    ['what the person chose', { text: PASTE, keyId: 'batch', model: ' o3 ' }, [batch, shop], ['batch', 'o3']],
    ['no model where none is named', {}, [], [null, null]],
    ['the id of a name in prose', { text: `${PROSE} GPT-5.5 Mini` }, [], [null, 'gpt-5.5-mini']],
    ['the id of a name without a blank', { text: `${PROSE} GPT-5.5.` }, [], [null, 'gpt-5.5']],
    [
      'the literal name where the error quotes it',
      { text: `${PROSE} model "GPT-5.5"` },
      [],
      [null, 'GPT-5.5'],
    ],
    ['the literal name of a setting', { text: '404 model_not_found model=GPT-5.5' }, [], [null, 'GPT-5.5']],
    ['another vendor’s name as it is spelled', { text: 'Model: Qwen-3.5' }, [], [null, 'Qwen-3.5']],
    ['no model where its name was cut', { text: `${PROSE} model "gpt-5.5…"` }, [], [null, null]],
  ] as const)('takes %s', (_name, request, keys, expected) => {
    expect(chosen(request, keys)).toEqual(expected);
  });
});
