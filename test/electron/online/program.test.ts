/** `can-i`, `practice` and `mcp` of the built program, in processes of their own, against the practice server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_IDS } from '../../../electron/practice/blueprint';
import { type Simulator, startSimulator } from '../../../electron/practice/simulator';
import { inventedKey } from '../../support/secrets';
import { buildProgram, personsNode, runInShell, runProgram } from '../cli/built-program';
import { REFUSED } from '../cli/run-command';
import { secretOf } from '../practice/support';

const ROOT = join(import.meta.dirname, '../../..');
let program = '';
let simulator: Simulator;

beforeAll(async () => {
  program = buildProgram();
  simulator = await startSimulator({ latencyMs: 0, propagationMs: 0 });
}, 120_000);
afterAll(() => simulator.close());

const schema = (name: string) => JSON.parse(readFileSync(join(ROOT, 'electron/cli/schemas', name), 'utf8'));
function onlineSchema() {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  ajv.addSchema(schema('explain.schema.json'), 'explain.schema.json');
  return ajv.compile(schema('online.schema.json'));
}

const withKey = (id: string) => ({
  OPENAI_API_KEY: secretOf(simulator, id),
  OPENAI_BASE_URL: simulator.apiBaseUrl,
});
const ask = (argv: readonly string[], env: Readonly<Record<string, string>>, input = '') =>
  runProgram(program, ['can-i', ...argv], { env, input });

describe('can-i', { timeout: 60_000 }, () => {
  it.each([
    ['a model that the project may use', ['gpt-5.4-mini'], KEY_IDS.storefront, 0, 'Yes'],
    ['one that it may not use', ['gpt-5.5'], KEY_IDS.storefront, 1, 'No'],
    ['both', ['gpt-5.4-mini', 'gpt-5.5'], KEY_IDS.storefront, 1, 'Yes'],
    ['the endpoint of chats', ['gpt-5.4-mini', '--endpoint', 'chat'], KEY_IDS.storefront, 0, 'Yes'],
    ['a key that was revoked', ['gpt-5.5'], KEY_IDS.revoked, 4, 'Not answered'],
  ])('answers for %s by its words and its status', async (_name, argv, keyId, status, word) => {
    const ended = await ask(argv, withKey(keyId));
    expect({ status: ended.status, errors: ended.errors }).toEqual({ status, errors: '' });
    expect(ended.out).toContain(word);
    expect(ended.out).not.toContain(secretOf(simulator, keyId).slice(8, 24));
  });

  it('says that nobody can be reached where nobody answers', async () => {
    const env = { ...withKey(KEY_IDS.storefront), OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
    expect(await ask(['gpt-5.5'], env)).toMatchObject({ status: 4 });
  });

  it('takes the key from standard input, and knows another variable by its name', async () => {
    const secret = secretOf(simulator, KEY_IDS.storefront);
    const address = ['--base-url', simulator.apiBaseUrl];
    expect(await ask(['gpt-5.4-mini', '--key-stdin', ...address], {}, `${secret}\n`)).toMatchObject({
      status: 0,
    });
    expect(await ask(['gpt-5.4-mini', '--key-env', 'OTHER', ...address], { OTHER: secret })).toMatchObject({
      status: 0,
    });
  });

  const invented = inventedKey('Zq9xAb12Cd34Ef56Gh78');
  it.each([
    ['no key at all', ['gpt-5.5'], {}, 4, 'OPENAI_API_KEY is not set'],
    ['half a key', ['gpt-5.5'], { OPENAI_API_KEY: 'sk-proj-…Zq9x' }, 4, 'Part of this key is hidden'],
    [
      'an address in clear',
      ['gpt-5.5', '--base-url', 'http://example.test/v1'],
      { OPENAI_API_KEY: invented },
      4,
      'https',
    ],
    [
      'an id of nothing',
      ['gpt-5.5', '--project', 'web'],
      { OPENAI_API_KEY: invented },
      2,
      'not a project ID',
    ],
    ['a key in place of a model', [invented], { OPENAI_API_KEY: invented }, 2, 'looks like a key'],
    ['a real request that nobody agreed to', ['gpt-5.5', '--real'], { OPENAI_API_KEY: invented }, 2, '--yes'],
    ['two ways to name a key', ['gpt-5.5', '--key', 'a', '--key-stdin'], {}, 2, 'cannot be used together'],
    ['no model', [], {}, 2, 'Name the models'],
    ['a folder that is not there', ['--folder', '/no/such'], {}, 4, '/no/such'],
  ])('says of %s what is wrong, and sends nothing', async (_name, argv, env, status, sentence) => {
    simulator.reset();
    const ended = await ask(argv, env);
    expect({ status: ended.status, out: ended.out }).toEqual({ status, out: '' });
    expect(ended.errors.replace(/\s+/g, ' ')).toContain(sentence);
    expect(ended.errors).not.toContain(invented.slice(8, 24));
    expect(simulator.control.requests()).toEqual([]);
  });

  it('asks for every model that a folder names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'project-'));
    writeFileSync(join(folder, '.env'), 'OPENAI_MODEL=gpt-5.4-mini\n');
    writeFileSync(join(folder, 'app.py'), 'client.responses.create(model="gpt-5.5", input="hi")\n');
    const { status, out } = await ask(['--folder', folder, '--json'], withKey(KEY_IDS.storefront));
    const answers = JSON.parse(out).answers.map(({ model, answer }: Record<string, string>) => [
      model,
      answer,
    ]);
    expect([status, Object.fromEntries(answers)]).toEqual([1, { 'gpt-5.4-mini': 'yes', 'gpt-5.5': 'no' }]);
    const empty = mkdtempSync(join(tmpdir(), 'project-'));
    expect(await ask(['--folder', empty], withKey(KEY_IDS.storefront))).toMatchObject({ status: 3, out: '' });
    for (const each of [folder, empty]) rmSync(each, { recursive: true });
  });

  it('sends a real request only after it was agreed to', async () => {
    simulator.reset();
    expect(await ask(['gpt-5.4-mini', '--real', '--yes'], withKey(KEY_IDS.storefront))).toMatchObject({
      status: 0,
    });
    const posted = simulator.control.requests().filter(({ method }) => method === 'POST');
    expect(posted.length).toBeGreaterThan(1);
  });

  it.each(['en', 'ja'])('prints JSON that fits its schema (%s)', async (language) => {
    const fits = onlineSchema();
    for (const [model, keyId] of [
      ['gpt-5.5', KEY_IDS.storefront],
      ['gpt-5.4-mini', KEY_IDS.storefront],
      ['gpt-5.5', KEY_IDS.revoked],
    ] as const) {
      const { out } = await ask([model, '--json', '--lang', language], withKey(keyId));
      expect([fits(JSON.parse(out)), fits.errors]).toEqual([true, null]);
    }
  });

  it('ends quietly where nobody reads on', async () => {
    const line = '"$NODE" "$PROGRAM" can-i gpt-5.5 | head -c 1; echo " $PIPESTATUS"';
    const { out, errors } = await runInShell(program, line, { env: withKey(KEY_IDS.storefront) });
    expect([out.trim(), errors]).toEqual([expect.stringMatching(/^g [01]$/), '']);
  });
});

describe('practice', { timeout: 60_000 }, () => {
  it('runs until it is stopped, and answers a program meanwhile', async () => {
    const child = spawn(personsNode(), [program, 'practice', '--json'], {
      env: { PATH: process.env['PATH'], ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const told = JSON.parse(line);
    const fits = onlineSchema();
    expect([fits(told), fits.errors]).toEqual([true, null]);
    const models = await fetch(`${told.base_url}/models`, {
      headers: { authorization: `Bearer ${told.keys[0].secret}` },
    });
    expect(models.status).toBe(200);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('mcp', { timeout: 60_000 }, () => {
  async function agent<T>(keyId: string, use: (client: Client) => Promise<T>): Promise<T> {
    const env = { PATH: process.env['PATH'] ?? '', ELECTRON_RUN_AS_NODE: '1', ...withKey(keyId) };
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StdioClientTransport({ command: personsNode(), args: [program, 'mcp'], env }));
    try {
      return await use(client);
    } finally {
      await client.close();
    }
  }

  it('tells of its tools what each costs, and that none is paid for', async () => {
    const { tools } = await agent(KEY_IDS.storefront, (client) => client.listTools());
    const names = ['explain_error', 'can_use_model', 'list_usable_models', 'owner_message', 'doctor_folder'];
    expect(tools.map(({ name }) => name)).toEqual(names);
    for (const { description } of tools) expect(description).toMatch(/costs nothing|free of charge/);
  });

  it('explains an error, and writes to whoever can change the project', async () => {
    await agent(KEY_IDS.storefront, async (client) => {
      const explained = await client.callTool({ name: 'explain_error', arguments: { text: REFUSED } });
      expect(explained.structuredContent).toMatchObject({ cause: 'project_lacks_model', model: 'gpt-5.5' });
      const written = await client.callTool({ name: 'owner_message', arguments: { text: REFUSED } });
      expect(JSON.stringify(written.content)).toContain('proj_Ab12');
    });
  });

  it('says what a folder sends, of a key its last four characters alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'program-'));
    const key = inventedKey('aB3x9Zq7aB3x9Zq7aB3x9Zq7aB3x9Zq7Old1');
    writeFileSync(join(folder, '.env'), `OPENAI_API_KEY=${key}\n`);
    await agent(KEY_IDS.storefront, async (client) => {
      const error = 'Incorrect API key provided: sk-proj-****Old1';
      const found = await client.callTool({ name: 'doctor_folder', arguments: { folder, error } });
      expect(found.structuredContent).toMatchObject({ kind: 'folder', compared: { answer: 'shadowed' } });
      expect(JSON.stringify(found)).not.toContain('aB3x9Zq7');
      const missing = await client.callTool({
        name: 'doctor_folder',
        arguments: { folder: join(folder, 'no') },
      });
      expect(missing).toMatchObject({ isError: true });
    });
  });

  it('asks with a key that the agent never sees, and sends nothing that may be billed', async () => {
    simulator.reset();
    const secret = secretOf(simulator, KEY_IDS.storefront);
    const fits = onlineSchema();
    const said = await agent(KEY_IDS.storefront, async (client) => {
      const answer = await client.callTool({ name: 'can_use_model', arguments: { model: 'gpt-5.5' } });
      const listed = await client.callTool({ name: 'list_usable_models', arguments: {} });
      for (const { structuredContent } of [answer, listed])
        expect([fits(structuredContent), fits.errors]).toEqual([true, null]);
      expect(answer.structuredContent).toMatchObject({ answers: [{ answer: 'no' }] });
      expect(listed.structuredContent).toMatchObject({ models: expect.arrayContaining(['gpt-5.4-mini']) });
      return JSON.stringify([answer, listed]);
    });
    expect(said).not.toContain(secret.slice(8, 24));
    // One request that is invalid on purpose: it names the model and holds nothing to answer.
    expect(simulator.control.requests().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('says what is wrong instead of breaking off', async () => {
    await agent(KEY_IDS.storefront, async (client) => {
      const secret = inventedKey('Zq9xAb12Cd34Ef56Gh78');
      const answer = await client.callTool({ name: 'can_use_model', arguments: { model: secret } });
      expect(answer).toMatchObject({ isError: true });
      expect(JSON.stringify(answer)).not.toContain(secret.slice(8, 24));
      const none = await client.callTool({ name: 'list_usable_models', arguments: { key: 'nobody’s' } });
      expect(none).toMatchObject({ isError: true });
    });
  });
});
