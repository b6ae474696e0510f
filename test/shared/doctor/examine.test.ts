import { describe, expect, it } from 'vitest';
import { treesOf } from '../../../electron/cli/folder/trees';
import { examine, type ShownSent } from '../../../shared/doctor/examine';
import { inventedKey } from '../../support/secrets';

const key = (end: string) => inventedKey(`aB3x9Zq7aB3x9Zq7aB3x9Zq7aB3x9Zq7${end}`);
const [A, B, C] = [key('Aaa1'), key('Bbb2'), key('Ccc3')];

type Files = Readonly<Record<string, string>>;

function look(files: Files, env: Readonly<Record<string, string>> = {}, error: string | null = null) {
  const list = Object.entries(files).map(([path, text]) => ({ path, text, trees: treesOf(path, text) }));
  return examine({ files: list, env, error, today: '2026-11-30' });
}

/** The end of the key that is sent, each end that it shadows with the rule, and the doubt. */
function order({ look: shown, shadowed, doubt }: ShownSent) {
  const end = (each: ShownSent['look']) => (each.kind === 'key' ? each.lastFour : each.kind);
  return [end(shown), ...shadowed.map((each) => `${end(each.look)} ${each.rule}`), doubt];
}

function keyIn(found: ReturnType<typeof look>, index = 0) {
  const sent = found.ways[index]?.sent.find(({ subject }) => subject === 'key');
  return sent === undefined ? null : order(sent);
}

const LOADS = { 'app.py': 'from dotenv import load_dotenv\nload_dotenv()\n' };
const NEXT = { 'package.json': '{"dependencies":{"next":"16.0.0"}}' };
const env = (value: string) => `OPENAI_API_KEY=${value}\n`;

describe('started from the shell', () => {
  it.each<[string, Files, Record<string, string>, readonly unknown[]]>([
    [
      'the shell wins over .env',
      { ...LOADS, '.env': env(A) },
      { OPENAI_API_KEY: B },
      ['Bbb2', 'Aaa1 shell_over_file', null],
    ],
    ['.env alone, with something that loads it', { ...LOADS, '.env': env(A) }, {}, ['Aaa1', null]],
    ['.env alone, with nothing that loads it', { '.env': env(A) }, {}, ['Aaa1', 'loader_unknown']],
    [
      '.env.local is not read by dotenv',
      { ...LOADS, '.env': env(A), '.env.local': env(B) },
      {},
      ['Aaa1', 'Bbb2 not_read_by_itself', null],
    ],
    [
      'a file that only its name could bring in',
      { ...LOADS, '.env.local': env(B) },
      {},
      ['Bbb2', 'loader_unknown'],
    ],
    [
      'Next.js reads .env.local first',
      { ...NEXT, '.env': env(A), '.env.local': env(B) },
      {},
      ['Bbb2', 'Aaa1 particular_file', null],
    ],
    [
      'Next.js in two modes',
      { ...NEXT, '.env': env(A), '.env.production': env(B) },
      {},
      ['Aaa1', 'Bbb2 not_read_by_itself', 'mode_unknown'],
    ],
    [
      'of two lines the later one',
      { ...LOADS, '.env': env(A) + env(B) },
      {},
      ['Bbb2', 'Aaa1 later_line', null],
    ],
    [
      'override turns the order round, where it is used',
      { 'app.py': 'load_dotenv(override=True)', '.env': env(A) },
      { OPENAI_API_KEY: B },
      ['Aaa1', 'Bbb2 override', 'override_somewhere'],
    ],
    [
      'a comment loads nothing',
      { 'app.py': '# load_dotenv()', '.env': env(A) },
      {},
      ['Aaa1', 'loader_unknown'],
    ],
    ['an example is no setting', { ...LOADS, '.env.example': env(A), '.env': env(B) }, {}, ['Bbb2', null]],
    [
      'quotes, export and a comment',
      { ...LOADS, '.env': `export OPENAI_API_KEY="${A}" # old\n` },
      {},
      ['Aaa1', null],
    ],
    ['a placeholder', { ...LOADS, '.env': env('your-api-key-here') }, {}, ['placeholder', null]],
    ['a key cut short', { ...LOADS, '.env': env('sk-...') }, {}, ['placeholder', null]],
  ])('%s', (_name, files, shell, expected) => {
    expect(keyIn(look(files, shell))).toEqual(expected);
  });

  it('takes each folder with files of variables for itself, and its own package', () => {
    const found = look({
      ...LOADS,
      '.env': env(A),
      'web/package.json': NEXT['package.json'],
      'web/.env.local': env(B),
      'web/.env': env(C),
    });
    expect(found.ways.map(({ name }) => name)).toEqual(['', 'web']);
    expect(keyIn(found, 1)).toEqual(['Bbb2', 'Ccc3 particular_file', null]);
  });
});

const COMPOSE = (service: string) => `services:\n  web:\n${service.replace(/^/gm, '    ')}\n`;

it('knows the order of Vite, which reads its own variables alone', () => {
  const vite = { 'package.json': '{"devDependencies":{"vite":"8.0.0"}}' };
  const files = {
    '.env': `VITE_OPENAI_API_KEY=${A}\nOPENAI_API_KEY=${A}`,
    '.env.local': `VITE_OPENAI_API_KEY=${B}`,
  };
  expect(look({ ...vite, ...files }).ways[0]?.sent.map(order)).toEqual([
    ['Bbb2', 'Aaa1 particular_file', null],
    ['Aaa1', 'loader_unknown'],
  ]);
});

describe('containers', () => {
  it.each<[string, Files, Record<string, string>, readonly unknown[]]>([
    [
      'environment wins over env_file, and both over the image',
      {
        'compose.yaml': COMPOSE(`build: ./api\nenv_file: .env\nenvironment:\n  OPENAI_API_KEY: ${A}`),
        '.env': env(B),
        'api/Dockerfile': `FROM x\nENV OPENAI_API_KEY=${C}\n`,
      },
      {},
      ['Aaa1', 'Bbb2 environment_over_env_file', 'Ccc3 container_over_image', null],
    ],
    [
      'of several env_file the later one',
      { 'compose.yaml': COMPOSE('env_file: [one.env, two.env]'), 'one.env': env(A), 'two.env': env(B) },
      {},
      ['Bbb2', 'Aaa1 later_env_file', null],
    ],
    [
      'what compose fills in comes from its shell before .env',
      { 'compose.yaml': COMPOSE('environment:\n  - OPENAI_API_KEY=$OPENAI_API_KEY'), '.env': env(A) },
      { OPENAI_API_KEY: B },
      ['Bbb2', 'Aaa1 shell_over_file', null],
    ],
    [
      'what an anchor brings in gives way to a name of the service itself',
      {
        'compose.yaml': `x-all: &all\n  OPENAI_API_KEY: ${A}\nservices:\n  web:\n    environment:\n      <<: *all\n      OPENAI_API_KEY: ${B}\n`,
      },
      {},
      ['Bbb2', null],
    ],
    [
      'what an anchor brings in is given',
      { 'compose.yaml': `x-all: &all\n  OPENAI_API_KEY: ${A}\nservices:\n  web:\n    environment: *all\n` },
      {},
      ['Aaa1', null],
    ],
    [
      'a name alone is passed on',
      { 'compose.yaml': COMPOSE('environment:\n  - OPENAI_API_KEY'), '.env': env(A) },
      {},
      ['Aaa1', null],
    ],
    [
      'env wins over envFrom in Kubernetes, and a secret is read from its manifest',
      {
        'k8s.yaml': [
          `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  OPENAI_API_KEY: ${btoa(A)}`,
          `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    env:\n    - {name: OPENAI_API_KEY, value: ${B}}\n    envFrom:\n    - secretRef: {name: s}`,
        ].join('\n---\n'),
      },
      {},
      ['Bbb2', 'Aaa1 env_over_env_from', null],
    ],
    [
      'a secret that is in the cluster alone',
      {
        'k8s.yaml':
          'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    env:\n    - name: OPENAI_API_KEY\n      valueFrom: {secretKeyRef: {name: other, key: k}}',
      },
      {},
      ['elsewhere', null],
    ],
    ['an image by itself', { Dockerfile: `FROM x\nENV OPENAI_API_KEY ${A}\n` }, {}, ['Aaa1', null]],
  ])('%s', (_name, files, shell, expected) => {
    expect(keyIn(look(files, shell), 1)).toEqual(expected);
  });

  it('do not get a name that is set nowhere', () => {
    expect(look({ 'compose.yaml': COMPOSE('environment:\n  - OPENAI_API_KEY') }).ways).toHaveLength(1);
  });
});

it('takes no endless time for aliases of aliases', () => {
  const levels = Array.from(
    { length: 30 },
    (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}*a${index}]`,
  );
  expect(treesOf('bomb.yaml', ['a0: &a0 x', ...levels].join('\n'))).toHaveLength(1);
});

describe('code and tools', () => {
  it.each([
    ['app.py', 'client = OpenAI(api_key=os.environ["MY_OPENAI_KEY"])'],
    ['app.ts', 'const client = new OpenAI({ apiKey: process.env.MY_OPENAI_KEY });'],
    ['main.go', 'client := openai.NewClient(option.WithAPIKey(os.Getenv("MY_OPENAI_KEY")))'],
    ['app.rb', 'client = OpenAI::Client.new(access_token: ENV.fetch("MY_OPENAI_KEY"))'],
    ['App.java', 'var key = System.getenv("MY_OPENAI_KEY");'],
  ])('%s reads a variable of its own', (file, line) => {
    expect(look({ [file]: line }).reads).toEqual([
      { name: 'MY_OPENAI_KEY', place: { file, line: 1 }, isSet: false },
    ]);
  });

  it('name models, a base URL, an organization and a project', () => {
    const found = look({
      'app.ts': `new OpenAI({ baseURL: 'https://gateway.example.com/v1', organization: 'org-Abcdefgh1', project: 'proj_Abcdefgh1' });\nask({ model: 'gpt-4' });\n// model: 'gpt-3.5-turbo'`,
      '.aider.conf.yml': 'model: openai/gpt-5.5\n',
      '.codex/config.toml': 'model = "gpt-5.5"\n',
      '.vscode/settings.json': `{ // mine\n  "terminal.integrated.env.linux": { "OPENAI_API_KEY": "${A}", },\n}`,
    });
    expect(
      found.others.map(({ subject, place, foreignHost }) => [
        subject,
        `${place?.file}:${place?.line}`,
        foreignHost,
      ]),
    ).toEqual([
      ['base_url', 'app.ts:1', 'gateway.example.com'],
      ['organization', 'app.ts:1', null],
      ['project', 'app.ts:1', null],
      ['key', '.vscode/settings.json:2', null],
    ]);
    expect(found.models.map(({ model, isRetired, places }) => [model, isRetired, places.length])).toEqual([
      ['gpt-4', true, 1],
      ['gpt-5.5', false, 2],
    ]);
  });

  it('of LiteLLM name models and keys, and a key that names a variable is none', () => {
    const found = look({
      'proxy.yaml': `model_list:\n  - model_name: fast\n    litellm_params:\n      model: openai/gpt-5.5\n      api_key: os.environ/OPENAI_API_KEY\n  - litellm_params: {model: openai/gpt-5.5, api_key: ${A}}`,
    });
    expect(found.others.map(({ look: shown }) => shown)).toEqual([
      { kind: 'key', keyKind: 'project', lastFour: 'Aaa1' },
    ]);
  });
});

it('leaves out what tests invent, what is put together at run time, and examples', () => {
  const code = `new OpenAI({ apiKey: 'sk-...', baseURL: \`https://\${host}/v1\`, organization: 'org-unverified' });`;
  const found = look({
    'app.ts': code,
    'test/a.ts': `ask('gpt-4')`,
    'src/a.test.ts': `ask('gpt-4')`,
    'test_a.py': `ask('gpt-4')`,
  });
  expect([found.others, found.models]).toEqual([[], []]);
});

describe('the key in an error', () => {
  const files = { ...LOADS, '.env': env(A), '.env.local': env(B) };

  it.each([
    ['Incorrect API key provided: sk-proj-********Aaa1.', 'sent'],
    ['Incorrect API key provided: sk-proj-********Bbb2.', 'shadowed'],
    ['Incorrect API key provided: sk-proj-********Ddd4.', 'not_found'],
    ['Incorrect API key provided: sk-svcacct-****Aaa1.', 'not_found'],
    ['Project does not have access to model', 'no_key'],
  ])('%s: %s', (error, answer) => {
    expect(look(files, {}, error).compared?.answer).toBe(answer);
  });
});

it('no part of a key beyond its last four characters comes out', () => {
  const found = look(
    {
      ...LOADS,
      '.env': `${env(A)}OPENAI_BASE_URL=https://${B}:x@host.example.com/v1?key=${C}\nOPENAI_ORG_ID=${B}\n`,
      'app.ts': `new OpenAI({ apiKey: '${C}' })`,
      'k8s.yaml': `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {OPENAI_API_KEY: ${btoa(A)}}`,
    },
    { OPENAI_API_KEY: B },
    `key ${A} and sk-proj-****Aaa1`,
  );
  const text = JSON.stringify(found);
  for (const secret of [A, B, C])
    for (let at = 8; at + 6 <= secret.length; at += 1) expect(text).not.toContain(secret.slice(at, at + 6));
});
