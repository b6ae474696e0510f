import { describe, expect, it } from 'vitest';
import { KeptDraft } from '../../../electron/window/kept-draft';

const DRAFT = { text: 'Error: 403', pasted: true, keyId: null, model: '' };

describe('what is being typed', () => {
  it('is kept until it is gone from the box or the window is closed', () => {
    const kept = new KeptDraft();
    expect(kept.current).toBeNull();
    kept.keep(DRAFT);
    expect(kept.current).toEqual(DRAFT);
    kept.keep({ ...DRAFT, text: '' });
    expect(kept.current).toBeNull();
    kept.keep({ ...DRAFT, text: '', model: 'gpt-5.5' });
    kept.forget();
    expect(kept.current).toBeNull();
  });

  it('is kept without the keys in it', () => {
    const kept = new KeptDraft();
    const key = ['sk', 'proj', 'Ab1_'.repeat(30)].join('-');
    kept.keep({ ...DRAFT, text: `key ${key}\nError: 403` });
    expect(kept.current?.text).toBe('key sk-proj-…[redacted]\nError: 403');
  });
});
