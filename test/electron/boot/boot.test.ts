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
    expect(dangerousSwitches((name) => name === given, packaged)).toEqual(refused);
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
