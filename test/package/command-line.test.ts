/** The command line as an npm package of its own, installed without a network and started by its name. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REFUSED } from '../electron/cli/run-command';

const ROOT = join(import.meta.dirname, '../..');
const MEGABYTE = 1_000_000;
/** Without what the tests run on: the package is for the Node of a person. */
const { ELECTRON_RUN_AS_NODE: _electron, ...env } = process.env;
let folder: string;
let file: string;

beforeAll(() => {
  const told = execFileSync('node', ['build/command-line-package.mjs'], { cwd: ROOT, env, encoding: 'utf8' });
  file = join(ROOT, /dist\S+\.tgz/.exec(told)?.[0] ?? 'none');
  folder = mkdtempSync(join(tmpdir(), 'installed-'));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const install = ['install', '--offline', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', [...install, file], { cwd: folder, env, stdio: 'pipe' });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const start = (argv: readonly string[], input = '') =>
  spawnSync('npx', ['--offline', 'model-access-doctor', ...argv], {
    cwd: folder,
    env,
    input,
    encoding: 'utf8',
  });

it('stays below three megabytes', () => {
  expect(statSync(file).size).toBeLessThan(3 * MEGABYTE);
});

it('starts by its name, and says the version of the app', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(start(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n` });
});

it('explains an error, with nothing else installed', () => {
  const { status, stdout, stderr } = start(['explain', '--json'], REFUSED);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ cause: 'project_lacks_model', model: 'gpt-5.5' });
});

it('holds the licences of what is bundled with it', () => {
  const path = join(folder, 'node_modules/model-access-doctor/THIRD-PARTY-LICENCES.txt');
  const text = readFileSync(path, 'utf8');
  for (const name of ['commander', 'undici', 'openai', 'zod', '@modelcontextprotocol/server'])
    expect(text).toContain(`\n${name} `);
});
