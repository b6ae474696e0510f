// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PasteBox } from '../../../renderer/diagnose/paste-box';
import { sayIn } from '../../../shared/messages/say';
import { inventedKey } from '../../support/secrets';
import { open } from '../support/open';

const say = sayIn('en');
const SECRET = inventedKey('h4Tq9ZrW2xLmB7yRs3Vd');

async function openBox() {
  const opened = await open(
    <PasteBox busy={false} isClear={false} isSecondary={false} onSubmit={() => undefined} />,
  );
  const box = screen.getByLabelText<HTMLTextAreaElement>(say('app.diagnose.pasteLabel'));
  await opened.user.click(box);
  return { ...opened, box };
}

describe('the box for an error', () => {
  it('hides a key as it is pasted, says so, and keeps what was typed on both sides', async () => {
    const { user, box } = await openBox();
    await user.type(box, 'before after');
    box.setSelectionRange(7, 7);
    await user.paste(`key ${SECRET.replaceAll('-', '\u2011')} refused, `);
    expect(box.value).toBe('before key sk-proj-…[redacted] refused, after');
    expect(box.selectionStart).toBe('before key sk-proj-…[redacted] refused, '.length);
    expect(screen.getByRole('status').textContent).toBe(say('app.diagnose.hidden', { count: 1 }));
  });

  it('leaves a text without secrets as it was pasted, and says nothing of hiding', async () => {
    const { user, box } = await openBox();
    const text =
      'Error code: 401 - Incorrect API key provided: sk-proj-abc*****T418, ask ann@mail.example.org';
    await user.paste(text);
    expect(box.value).toBe(text);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('counts what it hid itself, and no placeholder that came with the text', async () => {
    const { user, box } = await openBox();
    const status = () => screen.getByRole('status').textContent;
    await user.paste('from a log: sk-proj-…[redacted] and [redacted]. ');
    expect(status()).toBe('');
    await user.paste(`${SECRET} and ${SECRET}x `);
    expect(status()).toBe(say('app.diagnose.hidden', { count: 2 }));
    await user.type(box, 'more');
    expect(status()).toBe(say('app.diagnose.hidden', { count: 2 }));
    box.setSelectionRange(0, 'from a log: sk-proj-…[redacted] and [redacted]. sk-p'.length);
    await user.keyboard('{Delete}');
    expect(status()).toBe(say('app.diagnose.hidden', { count: 1 }));
  });

  it('says no longer that something is hidden once the text is cleared', async () => {
    const { user } = await openBox();
    await user.paste(SECRET);
    await user.click(screen.getByRole('button', { name: say('app.diagnose.clear') }));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
