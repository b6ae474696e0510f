import { expect, it } from 'vitest';
import { inventedKey } from '../../support/secrets';
import { REFUSED, runCommand } from './run-command';

it.each([
  ['en', 'chat', 'Our OpenAI project may not use the model gpt-5.5'],
  ['en', 'ticket', '# '],
  ['ja', 'email', 'gpt-5.5'],
])('writes to the owner of the project (%s, %s)', async (language, form, text) => {
  const secret = inventedKey('Zq9xAb12Cd34Ef56Gh78');
  const argv = ['message', '--lang', language, '--form', form];
  const { status, out, errors } = await runCommand(argv, [`key ${secret}\n${REFUSED}`]);
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
  expect(out).toContain(text);
  expect(out).toContain('proj_Ab12');
  expect(out).not.toContain(secret.slice(8, 24));
});

it('writes nothing about a text that reports no refusal', async () => {
  const { status, out, errors } = await runCommand(['message'], ['All 12 tests passed.']);
  expect({ status, out }).toEqual({ status: 3, out: '' });
  expect(errors).toContain('no refusal');
});

it('knows no other form', async () => {
  expect(await runCommand(['message', '--form', 'fax'], [REFUSED])).toMatchObject({ status: 2, out: '' });
});
