import { describe, expect, it } from 'vitest';
import { takeOpenAiVariables } from '../../../electron/boot/environment-variables';
import { dangerousSwitches, readLaunchOptions } from '../../../electron/boot/switches';

describe('starting up', () => {
  it('takes OPENAI variables out of the process', () => {
    const environment: Record<string, string | undefined> = {
      OPENAI_API_KEY: 'x',
      OPENAI_BASE_URL: 'y',
      OPENAI_LOG: '',
      PATH: '/bin',
    };
    expect([...takeOpenAiVariables(environment)]).toEqual([
      ['OPENAI_API_KEY', 'x'],
      ['OPENAI_BASE_URL', 'y'],
    ]);
    expect(environment).toEqual({ OPENAI_LOG: '', PATH: '/bin' });
  });

  it.each([
    ['ignore-certificate-errors', false, ['ignore-certificate-errors']],
    ['proxy-server', false, ['proxy-server']],
    ['remote-debugging-port', true, ['remote-debugging-port']],
    ['remote-debugging-port', false, []],
    ['practice', true, []],
  ])('--%s (packaged: %s) is refused: %j', (given, packaged, refused) => {
    expect(dangerousSwitches((name) => name === given, { packaged, root: false })).toEqual(refused);
  });

  it('gives up the sandbox only for root, and for a program that was not packaged', () => {
    const refused = (packaged: boolean, root: boolean) =>
      dangerousSwitches((name) => name === 'no-sandbox', { packaged, root });
    expect([refused(true, false), refused(true, true), refused(false, false)]).toEqual([
      ['no-sandbox'],
      [],
      [],
    ]);
  });

  it('goes into practice where the runtime may not hold real keys', () => {
    expect(readLaunchOptions((name) => name === 'practice-only')).toEqual({
      practice: true,
      practiceOnly: true,
      standIn: false,
      practiceCrowd: false,
    });
  });
});
