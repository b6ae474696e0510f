import { describe, expect, it } from 'vitest';
import { takeOpenAiVariables } from '../../../electron/boot/environment-variables';
import {
  readLaunchOptions,
  refusedSwitches,
  refusedVariables,
  type StartedAs,
} from '../../../electron/boot/switches';

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

  const PACKED: StartedAs = { platform: 'linux', packaged: true, root: false };
  const UNPACKED: StartedAs = { ...PACKED, packaged: false };

  it.each([
    [['--practice', '--user-data-dir=/x', '--lang=ja', '--ozone-platform=wayland'], PACKED, []],
    [['--practice', '/some/file', 'word', '-'], PACKED, []],
    [['--ignore-certificate-errors'], PACKED, ['ignore-certificate-errors']],
    [['-disable-web-security'], PACKED, ['disable-web-security']],
    [['--disable-seccomp-filter-sandbox', '--practice'], PACKED, ['disable-seccomp-filter-sandbox']],
    [['--proxy-server=http://x', '--proxy-server=y'], PACKED, ['proxy-server']],
    [['--a-switch-that-nobody-has-heard-of'], UNPACKED, ['a-switch-that-nobody-has-heard-of']],
    [['--', '--proxy-server=x'], PACKED, []],
    [['--practice', 'model-access-doctor://case/1'], PACKED, []],
    [['MODEL-access-doctor://case/1', '--user-data-dir=/x', '--lang=ja'], PACKED, ['user-data-dir', 'lang']],
    [['model-access-doctor:x', '/lang=ja'], { ...PACKED, platform: 'win32' }, ['lang']],
    [['--proxy-server=x', 'model-access-doctor://x', '-inspect'], UNPACKED, ['proxy-server', 'inspect']],
    [['https://elsewhere.test/', '--lang=ja'], PACKED, []],
    [['model-access-doctor:x', '--no-sandbox'], { ...PACKED, root: true }, ['no-sandbox']],
    [['--remote-debugging-port=0', '--inspect=0', '-r', 'x'], UNPACKED, []],
    [['--remote-debugging-port=0', '--inspect=0'], PACKED, ['remote-debugging-port', 'inspect']],
    [['/DISABLE-web-security'], { ...PACKED, platform: 'win32' }, ['disable-web-security']],
    [['/disable-web-security'], PACKED, []],
    [['-psn_0_1234', '-NSQuitAlwaysKeepsWindows', 'NO'], { ...PACKED, platform: 'darwin' }, []],
    [['-psn_0_1234'], PACKED, ['psn_0_1234']],
    [['--no-sandbox'], PACKED, ['no-sandbox']],
    [['--no-sandbox'], { ...PACKED, root: true }, []],
    [['--no-sandbox'], UNPACKED, []],
  ] as const)('of %j, started as %o, refuses %j', (args, surroundings, refused) => {
    expect(refusedSwitches(args, surroundings)).toEqual(refused);
  });

  it('does not start, packed, with variables that Node acted on before the app could drop them', () => {
    const environment = { NODE_DEBUG: '*', NODE_V8_COVERAGE: '', PATH: '/bin' };
    expect([refusedVariables(environment, PACKED), refusedVariables(environment, UNPACKED)]).toEqual([
      ['NODE_DEBUG'],
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
