/**
 * kill -9 of the whole app at random moments, while keys are added, replaced, deleted and imported and a run is under
 * way, with a real keyring. Whatever was acknowledged before must be there afterwards, as the API sees it. Each person
 * starts with an empty profile and keyring and is killed a few times: since every key is tested after every kill, the
 * cost of one more grows with those before it.
 */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HostileServer, startHostileServer } from '../support/hostile-server';
import { PrivateKeyring } from '../support/private-keyring';
import { inventedKey } from '../support/secrets';
import { tellFaults } from '../support/tell-faults';
import { BareApp } from './support/bare-app';
import { Ledger } from './support/ledger';

const PEOPLE = process.env['MAD_FAULTS'] === 'long' ? 50 : 1;
const KILLS = process.env['MAD_FAULTS'] === 'long' ? 10 : 5;
/** From the first operation to the kill. */
const LONGEST_MS = 900;

let server: HostileServer;
/** The secrets that the API got, in their order. */
let used: string[] = [];

beforeAll(async () => {
  server = await startHostileServer();
  server.behave((request, response) => {
    used.push(String(request.headers.authorization).replace('Bearer ', ''));
    response.setHeader('content-type', 'application/json');
    response.end('{"object":"list","data":[{"id":"gpt-5.5","object":"model","created":1,"owned_by":"x"}]}');
  });
});
afterAll(() => server.close());

let made = 0;
const newSecret = () => {
  made += 1;
  return inventedKey(`${String(made).padStart(6, '0')}${'Kx7'.repeat(14)}`);
};

/** The operations, each of which ends by its reply or by the end of the app. */
class Person {
  readonly #app: BareApp;
  readonly #ledger: Ledger;
  readonly #random: () => number;

  constructor(app: BareApp, ledger: Ledger, random: () => number) {
    this.#app = app;
    this.#ledger = ledger;
    this.#random = random;
  }

  async act(): Promise<void> {
    const chance = this.#random();
    if (chance < 0.5) await this.#add();
    else if (chance < 0.7) await this.#rotate();
    else if (chance < 0.8) await this.#delete();
    else if (chance < 0.9) await this.#import();
    else await this.#run();
  }

  async #add(): Promise<void> {
    const secret = newSecret();
    const label = `key ${made}`;
    const operation = this.#ledger.begin(label, secret);
    const { ok } = await this.#app.verb('keys', 'add', { secret, label, baseUrl: server.baseUrl });
    if (ok) operation.acknowledged();
    else operation.refused();
  }

  async #one() {
    const list = await this.#app.verb('keys', 'list', {});
    const settled = this.#ledger.settledLabels;
    const keys = list.ok ? list.value.filter(({ label }) => settled.includes(label)) : [];
    return keys[Math.floor(this.#random() * keys.length)] ?? null;
  }

  async #rotate(): Promise<void> {
    const key = await this.#one();
    if (key === null) return;
    const secret = newSecret();
    const operation = this.#ledger.begin(key.label, secret);
    const { ok } = await this.#app.verb('keys', 'rotate', { id: key.id, secret });
    if (ok) operation.acknowledged();
    else operation.refused();
  }

  async #delete(): Promise<void> {
    const key = await this.#one();
    if (key === null) return;
    const operation = this.#ledger.begin(key.label, null);
    const { ok } = await this.#app.verb('keys', 'delete', { ids: [key.id] });
    if (ok) operation.acknowledged();
    else operation.refused();
  }

  async #import(): Promise<void> {
    const secrets = [newSecret(), newSecret()];
    // Taken now: the other pair of hands goes on counting while this one waits.
    const number = made;
    const text = secrets.map((secret, index) => `I${number + index}_OPENAI_API_KEY=${secret}`).join('\n');
    const read = await this.#app.verb('imports', 'text', { text });
    if (!read.ok || read.value.kind !== 'preview') return;
    const { id, rows } = read.value.preview;
    const chosen = rows.map(({ row }, index) => ({ row, label: `import ${number} ${index}` }));
    const operations = chosen.map(({ label }, index) => this.#ledger.begin(label, secrets[index] ?? null));
    const begun = await this.#app.verb('imports', 'commit', { id, rows: chosen, baseUrl: server.baseUrl });
    if (!begun.ok) {
      for (const operation of operations) operation.refused();
      // What ends then is the import of the other pair of hands.
      return;
    }
    await this.#app.until('the import to end', async () => {
      const state = await this.#app.verb('imports', 'state', {});
      if (!state.ok || state.value.kind !== 'finished') return false;
      for (const [index, { outcome }] of state.value.results.entries())
        if (outcome.kind === 'stored') operations[index]?.acknowledged();
      return true;
    });
    await this.#app.verb('imports', 'cancel', {});
  }

  async #run(): Promise<void> {
    const list = await this.#app.verb('keys', 'list', {});
    const keyIds = list.ok ? list.value.map(({ id }) => id) : [];
    await this.#app.verb('matrix', 'start', {
      ...{ kind: 'confirm', probe: 'free_probe', consent: false, expensive: false },
      cells: keyIds.map((keyId) => ({ keyId, models: ['gpt-5.5'] })),
    } as never);
  }
}

/** The secret that the API gets for each key that is listed. */
async function whatTheApiSees(app: BareApp): Promise<ReadonlyMap<string, string>> {
  // The first use of the keychain ends what the kill interrupted: an addition, for instance, whose secret is safe already.
  const review = await app.verb('keys', 'review_vault', {});
  if (!review.ok) throw new Error(`The keychain gives no answer: ${review.error.code}`);
  const list = await app.verb('keys', 'list', {});
  if (!list.ok) throw new Error(`The keys are not listed: ${list.error.code}`);
  const found = new Map<string, string>();
  for (const { id, label } of list.value) {
    used = [];
    await app.verb('matrix', 'retest', { keyId: id, model: null, probe: 'list', consent: false });
    found.set(label, used[0] ?? 'nothing was sent');
  }
  return found;
}

async function actUntilKilled(app: BareApp, ledger: Ledger, random: () => number): Promise<void> {
  const person = new Person(app, ledger, random);
  let isOver = false;
  const killed = new Promise<void>((resolve) =>
    setTimeout(() => {
      isOver = true;
      void app.kill().then(() => resolve());
    }, random() * LONGEST_MS),
  );
  const acting = async () => {
    // What the kill interrupts is neither acknowledged nor refused.
    while (!isOver) await person.act().catch(() => undefined);
  };
  await Promise.all([acting(), acting(), killed]);
}

/** Starts the app, holds what is there against the ledger, acts, and kills it: as often as said, and once to look again. */
async function killAgainAndAgain(
  keyring: PrivateKeyring,
  ledger: Ledger,
  random: () => number,
): Promise<readonly string[]> {
  const lost: string[] = [];
  let profile: string | undefined;
  try {
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const app: BareApp = await BareApp.start({
        env: keyring.env,
        ...(profile === undefined ? {} : { profile }),
      });
      profile = app.profile;
      try {
        lost.push(...ledger.judge(await whatTheApiSees(app)));
        if (kill < KILLS) await actUntilKilled(app, ledger, random);
      } finally {
        await app.kill();
      }
    }
    return lost;
  } finally {
    if (profile !== undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

function randomFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it.each(Array.from({ length: PEOPLE }, (_, index) => index + 1))(
  'loses nothing that was acknowledged, however the app is killed (person %i)',
  // Each kill has a start of the app before it, which alone may take half a minute.
  { timeout: KILLS * 60_000 },
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const ledger = new Ledger();
    const keyring = await PrivateKeyring.start();
    try {
      const lost = await killAgainAndAgain(keyring, ledger, randomFrom(seed));
      tellFaults(
        `kill -9 of the app (seed ${seed})`,
        KILLS,
        `${lost.length} of ${ledger.acknowledged} acknowledged operations lost`,
      );
      expect(lost).toEqual([]);
      expect(ledger.acknowledged).toBeGreaterThan(KILLS);
    } finally {
      await keyring.stop();
    }
  },
);
