import { expect, it } from 'vitest';
import { appArguments } from '../../build/start.mjs';

const ALLOW = '--allow-real-keys-on-stand-in';

it.each([
  ['the official Electron gets nothing added', [], 'official', false, []],
  ['practice is passed on', ['--practice'], 'official', false, ['--practice']],
  ['the stand-in holds no real keys', [], 'stand_in', false, ['--stand-in', '--practice-only']],
  ['… unless the person allows it', [ALLOW], 'stand_in', false, ['--stand-in']],
  ['… which changes nothing on the official one', [ALLOW], 'official', false, []],
  ['the sandbox goes only where it cannot work', [], 'official', true, ['--no-sandbox']],
] as const)('%s', (_name, flags, runtime, noSandbox, expected) => {
  expect(appArguments(flags, { electronPath: 'electron', runtime, noSandbox })).toEqual(expected);
});
