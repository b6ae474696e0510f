import { describe, expect, it } from 'vitest';
import { CallError } from '../../renderer/state/bridge';
import { errorText } from '../../renderer/text/error-text';
import type { ErrorCode } from '../../shared/base/error-codes';
import { LANGUAGES } from '../../shared/base/settings';
import { sayIn } from '../../shared/messages/say';

describe.each(LANGUAGES)('a failed call, in %s', (language) => {
  const say = sayIn(language);

  it('is said by its code, with its values', () => {
    const error = new CallError({ code: 'key_duplicate', values: { label: 'Staging' } });
    expect(errorText(error, say)).toContain('Staging');
  });

  it('shows a code that has no sentence, so that it can be looked up', () => {
    const error = new CallError({ code: 'brand_new' as ErrorCode, values: {} });
    expect(errorText(error, say)).toContain('brand_new');
  });

  it('never shows the message of an error from elsewhere', () => {
    expect(errorText(new Error('internal path or secret'), say)).not.toContain('secret');
  });
});
