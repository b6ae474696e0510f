import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImportService } from '../../../electron/keys/import-service';
import type { KeyService } from '../../../electron/keys/key-service';
import type { KeyStore } from '../../../electron/store/key-store';
import { MemoryVault } from '../../../electron/vault/memory-vault';
import type { VaultError } from '../../../electron/vault/vault';
import { err, type Result } from '../../../shared/base/result';
import type { ImportState } from '../../../shared/keys/import/preview';
import { manualEnvironment } from '../../support/manual-environment';
import { installedKeys } from '../../support/safe';
import { until } from '../../support/until';

const secretOf = (letter: string) => ['sk', 'proj', `${letter}y9_`.repeat(12)].join('-');
const ENV = `SHOP_OPENAI_API_KEY=${secretOf('A')}\nBATCH_OPENAI_API_KEY=${secretOf('B')}\nTHIRD_KEY=${secretOf('C')}\n`;

const isRegister = (id: string) => /^(list-|profiles)/.test(id);

/** A keychain that refuses after a number of secrets, or lets the test wait in the middle. */
class CountingVault extends MemoryVault {
  refuseAfter = Number.POSITIVE_INFINITY;
  refusal: VaultError['kind'] = 'locked';
  onPut: () => void = () => undefined;
  stored = 0;

  override async put(id: string, secret: string) {
    if (isRegister(id)) return super.put(id, secret);
    this.onPut();
    if (this.stored >= this.refuseAfter) return err({ kind: this.refusal });
    this.stored += 1;
    return super.put(id, secret);
  }
}

let vault: CountingVault;
let store: KeyStore;
let keys: KeyService;
let environment: ReturnType<typeof manualEnvironment>;
let variables: Map<string, string>;
let imports: ImportService;
let onChange: () => void;
let folder: string;

beforeEach(() => {
  vault = new CountingVault('session', 'linux');
  environment = manualEnvironment();
  onChange = () => undefined;
  variables = new Map();
  ({ keys, store } = installedKeys(environment, { vault }));
  imports = new ImportService({
    noteSecret: () => undefined,
    keys,
    environment,
    variables,
    changed: () => onChange(),
  });
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function previewIn(state: Result<ImportState, unknown>) {
  if (!state.ok || state.value.kind !== 'preview') throw new Error('There is no preview');
  return state.value.preview;
}

/** Stores every new row of a preview and waits for the results. */
async function commitAll(state: Result<ImportState, unknown>, baseUrl: string | null = null) {
  const { id, rows } = previewIn(state);
  const wanted = rows.filter((row) => row.state.kind === 'new').map(({ row, label }) => ({ row, label }));
  const finished = new Promise<Extract<ImportState, { kind: 'finished' }>>((resolve) => {
    onChange = () => {
      const now = imports.state();
      if (now.kind === 'finished') resolve(now);
    };
  });
  const begun = imports.commit({ id, rows: wanted, baseUrl });
  if (!begun.ok) throw new Error(begun.error.code);
  return finished;
}

describe('importing keys', () => {
  it('shows what was found without any secret, and stores nothing yet', async () => {
    const preview = previewIn(await imports.fromText(ENV));
    expect(
      preview.rows.map(({ row, line, label, lastFour, state }) => [row, line, label, lastFour, state.kind]),
    ).toEqual([
      [0, 1, 'Shop', 'Ay9_', 'new'],
      [1, 2, 'Batch', 'By9_', 'new'],
      [2, 3, 'Third', 'Cy9_', 'new'],
    ]);
    expect(JSON.stringify(imports.state())).not.toMatch(/y9_[ABC]y9_/);
    expect([keys.list(), vault.stored]).toEqual([[], 0]);
  });

  it('names keys that are stored already, and proposes labels that nobody has', async () => {
    await keys.add({ secret: secretOf('A'), label: 'Shop', baseUrl: null });
    const preview = previewIn(await imports.fromText(`${ENV}\nSHOP_OPENAI_KEY=${secretOf('D')}`));
    expect(preview.rows.map(({ label, state }) => [label, state])).toEqual([
      ['Shop (2)', { kind: 'known', label: 'Shop' }],
      ['Batch', { kind: 'new', keyKind: 'project' }],
      ['Third', { kind: 'new', keyKind: 'project' }],
      ['Shop (2)', { kind: 'new', keyKind: 'project' }],
    ]);
  });

  it('stores the chosen rows under the chosen labels, bound to the chosen address', async () => {
    const preview = previewIn(await imports.fromText(ENV));
    imports.commit({
      id: preview.id,
      rows: [{ row: 1, label: ' Nightly ' }],
      baseUrl: 'https://gateway.example.com/v1/',
    });
    await expect.poll(() => imports.state().kind).toBe('finished');
    expect(keys.list().map(({ label, baseUrl, lastFour }) => [label, baseUrl, lastFour])).toEqual([
      ['Nightly', 'https://gateway.example.com/v1', 'By9_'],
    ]);
  });

  it('stops at the first trouble of the whole keychain, and says of each key how it fared', async () => {
    vault.refuseAfter = 1;
    const finished = await commitAll(await imports.fromText(ENV));
    expect(finished.results.map(({ label, outcome }) => [label, outcome])).toEqual([
      ['Shop', { kind: 'stored' }],
      ['Batch', { kind: 'failed', code: 'vault_locked', values: {} }],
      ['Third', { kind: 'not_tried' }],
    ]);
    expect([keys.list().length, store.held().filter(({ adding }) => adding)]).toEqual([1, []]);
  });

  it('goes on after a trouble with one key', async () => {
    vault.refuseAfter = 0;
    vault.refusal = 'failed';
    const finished = await commitAll(await imports.fromText(ENV));
    expect(finished.results.map(({ outcome }) => outcome.kind)).toEqual(['failed', 'failed', 'failed']);
  });

  it('ends after a trouble that leaves the vault unready, whatever it is called', async () => {
    vault.refuseAfter = 1;
    vault.refusal = 'failed';
    vault.status = async () => ({ store: 'keychain', state: 'locked', backend: 'secret_service' });
    const finished = await commitAll(await imports.fromText(ENV));
    expect(finished.results.map(({ outcome }) => outcome.kind)).toEqual(['stored', 'failed', 'not_tried']);
  });

  it('says so when the disk is full, and leaves no secret without its row', async () => {
    const state = await imports.fromText(ENV);
    store.begin = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR' });
    };
    const finished = await commitAll(state);
    expect(finished.results.map(({ outcome }) => outcome)).toEqual([
      { kind: 'failed', code: 'store_failed', values: {} },
      { kind: 'not_tried' },
      { kind: 'not_tried' },
    ]);
    expect(vault.stored).toBe(0);
  });

  it('stops after the key at hand when the person stops it', async () => {
    const state = await imports.fromText(ENV);
    vault.onPut = () => void imports.cancel();
    const finished = await commitAll(state);
    expect(finished.results.map(({ outcome }) => outcome.kind)).toEqual(['stored', 'not_tried', 'not_tried']);
  });

  it.each([
    ['after ten minutes', () => environment.timers.advance(600_000)],
    ['when the person turns away', () => void imports.cancel()],
    ['when another preview begins', () => imports.fromText('nothing')],
  ])('forgets a preview %s', async (_name, then) => {
    const { id } = previewIn(await imports.fromText(ENV));
    await then();
    expect(imports.commit({ id, rows: [{ row: 0, label: 'x' }], baseUrl: null })).toMatchObject({
      ok: false,
      error: { code: 'import_gone' },
    });
    expect(keys.list()).toEqual([]);
  });

  describe('while a text is still being read', () => {
    let answer: () => void;

    beforeEach(() => {
      const waits = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const atOnce = vault.fingerprints.bind(vault);
      vault.fingerprints = async (secrets) => {
        if (secrets.length === 1) await waits;
        return atOnce(secrets);
      };
    });

    it('turning away lets it go', async () => {
      const late = imports.fromText(`A_KEY=${secretOf('A')}`);
      imports.cancel();
      answer();
      expect(await late).toEqual({ ok: true, value: { kind: 'none' } });
      expect([imports.state(), environment.timers.pending]).toEqual([{ kind: 'none' }, 0]);
    });

    it('turning away lets a file go as well', async () => {
      const path = join(folder, 'keys.env');
      writeFileSync(path, ENV);
      const late = imports.fromFile(path);
      imports.cancel();
      expect(await late).toEqual({ ok: true, value: { kind: 'none' } });
    });

    it('another preview takes its place for good', async () => {
      const late = imports.fromText(`A_KEY=${secretOf('A')}`);
      await new Promise((resolve) => setImmediate(resolve));
      const { id } = previewIn(await imports.fromText(ENV));
      answer();
      expect(previewIn(await late).id).toBe(id);
      expect(environment.timers.pending).toBe(1);
    });

    it('it does not take the place of an import that runs meanwhile', async () => {
      const late = imports.fromText(`A_KEY=${secretOf('A')}`);
      await new Promise((resolve) => setImmediate(resolve));
      const preview = await imports.fromText(ENV);
      const seen: string[] = [];
      vault.onPut = () => void seen.push(imports.state().kind);
      const finished = commitAll(preview);
      answer();
      await late;
      expect((await finished).results.map(({ outcome }) => outcome.kind)).toEqual(Array(3).fill('stored'));
      expect([seen, imports.state().kind]).toEqual([Array(3).fill('running'), 'finished']);
    });
  });

  it('takes the OPENAI variables of the environment, with the address that goes with them', async () => {
    variables.set('OPENAI_API_KEY', secretOf('A'));
    variables.set('OPENAI_BASE_URL', 'https://gateway.example.com/v1');
    variables.set('OPENAI_ORG_ID', 'org-1');
    const preview = previewIn(await imports.fromEnvironment());
    expect([preview.rows.length, preview.baseUrl, preview.source.kind]).toEqual([
      1,
      'https://gateway.example.com/v1',
      'environment',
    ]);
  });

  it('offers no address to which a key may not be sent', async () => {
    const preview = previewIn(await imports.fromText(`OPENAI_BASE_URL=http://evil.example.com\n${ENV}`));
    expect(preview.baseUrl).toBe(null);
  });
});

describe('a file to import', () => {
  const write = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('is named in the preview, lends its name to keys without one, and stays as it was', async () => {
    const path = write('.env.staging', `OPENAI_API_KEY=${secretOf('A')}\n`);
    const state = await imports.fromFile(path);
    const preview = previewIn(state);
    expect([preview.source, preview.rows[0]?.label]).toEqual([
      { kind: 'file', name: '.env.staging' },
      '.env.staging …Ay9_',
    ]);
    await commitAll(state);
    expect(readFileSync(path, 'utf8')).toBe(`OPENAI_API_KEY=${secretOf('A')}\n`);
  });

  it.each([
    ['UTF-16, as Windows shells write it', Buffer.from(`\ufeff検証,${secretOf('A')}`, 'utf16le')],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff検証,${secretOf('A')}`)],
    [
      'Shift_JIS, as Japanese Excel writes it',
      Buffer.concat([Buffer.from([0x8c, 0x9f, 0x8f, 0xd8]), Buffer.from(`,${secretOf('A')}`)]),
    ],
  ])('may be in %s', async (_name, content) => {
    const preview = previewIn(await imports.fromFile(write('keys.csv', content)));
    expect(preview.rows.map(({ label, lastFour }) => [label, lastFour])).toEqual([['検証', 'Ay9_']]);
  });

  it.each([
    ['is not there', () => join(folder, 'nowhere.env'), 'file_unreadable'],
    [
      'is a folder',
      () => {
        mkdirSync(join(folder, 'folder'));
        return join(folder, 'folder');
      },
      'file_unreadable',
    ],
    ['holds NUL bytes', () => write('program', Buffer.from([1, 0, 2])), 'file_not_text'],
    ['is larger than 5 MB', () => write('huge', Buffer.alloc(5_000_001, 97)), 'file_too_large'],
  ] as const)('is refused where it %s', async (_name, path, code) => {
    expect(await imports.fromFile(path())).toEqual({ ok: false, error: { code, values: {} } });
  });

  it.skipIf(process.platform === 'win32')(
    'is refused at once where it is a pipe that nobody writes to (skipped on Windows, which has no such pipes)',
    async () => {
      const path = join(folder, 'pipe');
      execFileSync('mkfifo', [path]);
      let answer: unknown;
      void imports.fromFile(path).then((given) => {
        answer = given;
      });
      try {
        await until('the refusal', () => answer !== undefined, 2_000);
      } finally {
        // Lets an opening that waits end, which would otherwise keep the test from ending.
        execFileSync('sh', ['-c', 'exec 3<>"$0"', path]);
      }
      expect(answer).toMatchObject({ error: { code: 'file_unreadable' } });
    },
  );

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is refused where it may not be read (skipped for root, who may read everything, and on Windows)',
    async () => {
      const path = write('private.env', ENV);
      chmodSync(path, 0);
      expect(await imports.fromFile(path)).toMatchObject({ error: { code: 'file_unreadable' } });
    },
  );
});

it('ends where the keychain throws before the first key, and says so of it', async () => {
  vault.inTurn = async () => {
    throw new Error('A bug');
  };
  const { results } = await commitAll(await imports.fromText(ENV));
  expect(results.map(({ outcome }) => outcome.kind)).toEqual(['failed', 'not_tried', 'not_tried']);
});
