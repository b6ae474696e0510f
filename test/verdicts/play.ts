/** Plays one world through the app's own parts, over real HTTP, and says where a step claimed what it may not. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { realWorkspace, type Workspace } from '../../electron/app/workspace';
import { openDatabase } from '../../electron/store/database';
import { MemoryVault } from '../../electron/vault/memory-vault';
import type { CaseView } from '../../shared/case/views';
import { cellOf } from '../../shared/matrix/cell';
import { isShutDown } from '../../shared/models/retirements';
import type { State } from '../../shared/observations/resolve';
import { foundations } from '../support/foundations';
import { manualEnvironment } from '../support/manual-environment';
import { inventedKey } from '../support/secrets';
import { type Expected, ORIGIN, type Seen, STEPS, type Step, type World } from './world';

export interface Finding {
  readonly world: World;
  readonly step: Step | 'agreement';
  /** Empty where all was right. */
  readonly wrong: readonly string[];
  /** True where something wrong was called certain. */
  readonly certain: boolean;
}

/** What the app said at the end of a step. */
interface Outcome {
  readonly view: CaseView;
  readonly cell: State;
  readonly posts: number;
}

/** The body of a request, as far as the worlds look at it. */
interface Body {
  readonly model: string | null;
  readonly invalid: boolean;
}

function bodyOf(path: string, raw: string): Body {
  if (raw.startsWith('--')) {
    const model = /name="model"\r\n\r\n([^\r]*)/.exec(raw)?.[1] ?? null;
    return { model, invalid: !raw.includes('name="file"') };
  }
  const json: unknown = raw === '' ? {} : JSON.parse(raw);
  const value = (name: string) => Object(json)[name] as unknown;
  const model = value('model');
  return { model: typeof model === 'string' ? model : null, invalid: isInvalid(path, value) };
}

/** By the API description of 2026-08-21. */
function isInvalid(path: string, value: (name: string) => unknown): boolean {
  const isEmpty = (name: string) => Array.isArray(value(name)) && Object(value(name)).length === 0;
  const isBelow = (name: string, least: number) =>
    typeof value(name) === 'number' && Number(value(name)) < least;
  switch (path) {
    case '/responses':
      return isBelow('max_output_tokens', 16);
    case '/chat/completions':
      return isEmpty('messages');
    case '/embeddings':
      return isEmpty('input');
    case '/images/generations':
      return isBelow('n', 1);
    case '/audio/speech':
      return isBelow('speed', 0.25);
    default:
      return false;
  }
}

/** One world's server with a workspace that takes it for the host of its key. */
class Stage {
  readonly workspace: Workspace;
  readonly #environment = manualEnvironment();
  readonly #world: World;
  readonly #server = createServer(
    (request, response) =>
      void this.#serve(request).then(
        ({ status, body, headers }) => {
          const isPage = typeof body === 'string';
          response.writeHead(status, {
            'content-type': isPage ? 'text/html' : 'application/json',
            ...headers,
          });
          response.end(isPage ? body : JSON.stringify(body));
        },
        () => response.destroy(),
      ),
  );
  #origin = '';
  #open = 0;
  posts = 0;

  constructor(world: World) {
    this.#world = world;
    const { database } = openDatabase(':memory:', this.#environment.now);
    const base = foundations(this.#environment, (input, init) => this.#fetch(input, init));
    this.workspace = realWorkspace(base, database, new MemoryVault('session', 'linux'), new Map(), 'test');
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.#origin = `http://127.0.0.1:${port}`;
    const { keyKind, baseUrl = ORIGIN } = this.#world;
    const secret =
      keyKind === 'legacy'
        ? ['sk', `${'aB3d'.repeat(5)}T3BlbkFJ${'eF6g'.repeat(5)}`].join('-')
        : inventedKey('verdict_0123456789');
    const added = await this.workspace.keys.add({ secret, label: 'Work', baseUrl });
    if (!added.ok) throw new Error(added.error.code);
    return added.value.id;
  }

  async close(): Promise<void> {
    await this.workspace.close();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #fetch(input: string, init: RequestInit): Promise<Response> {
    this.#open += 1;
    try {
      const response = await fetch(`${this.#origin}${new URL(input).pathname}`, init);
      const body = await response.arrayBuffer();
      return new Response(body.byteLength === 0 ? null : body, response);
    } finally {
      this.#open -= 1;
    }
  }

  async #serve(request: IncomingMessage) {
    const path = (request.url ?? '').replace(/^\/v1/, '');
    const method = request.method ?? 'GET';
    if (method === 'POST') this.posts += 1;
    const header = (name: string) => String(request.headers[name] ?? '') || null;
    const seen: Seen = {
      method,
      path,
      ...bodyOf(path, await text(request)),
      organization: header('openai-organization'),
      project: header('openai-project'),
      at: this.#environment.timers.now(),
    };
    return this.#world.answer(
      path.startsWith('/models/') ? { ...seen, model: path.slice('/models/'.length) } : seen,
    );
  }

  /** Lets time pass whenever nothing is on its way, until the work is done. */
  async done<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const end = work.finally(() => {
      isOver = true;
    });
    while (!isOver) await this.pass();
    return end;
  }

  /** One step of the world's clock, or a moment for what is on its way. */
  async pass(): Promise<void> {
    for (let idle = 0; idle < 4; idle += 1) {
      await turn();
      if (this.#open > 0) return;
    }
    this.#environment.timers.advance(500);
  }

  get now(): number {
    return this.#environment.timers.now();
  }

  cell(keyId: string): State {
    const { newModels, rows, checks } = this.workspace.matrix.read(null);
    const model = newModels.find(({ id }) => id === this.#world.model);
    const row = rows.find((other) => other.keyId === keyId);
    if (model === undefined || row === undefined)
      return row?.refusal ? 'denied' : unlisted(row?.listed ?? null);
    const column = newModels.indexOf(model);
    const check = checks.find((other) => other.keyId === keyId && other.column === column) ?? null;
    return cellOf(row, row.listed?.includes(column) === true, isShutDown(model, '2026-11-22'), check).state;
  }
}

/** A model that no list holds has no column, and is not on the list that was read. */
function unlisted(listed: readonly number[] | null): State {
  return listed === null ? 'unknown' : 'not_listed';
}

async function run(stage: Stage, world: World, keyId: string, step: Step): Promise<Outcome> {
  const { cases, matrix } = stage.workspace;
  const isPasted =
    (step === 'text' || step === 'both' || step === 'real' || step === 'watch') && world.text !== '';
  const opened = cases.open({
    text: isPasted ? world.text : null,
    keyId: step === 'text' ? null : keyId,
    model: world.model,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const { id } = opened.value;
  if (step === 'text') return { view: opened.value, cell: 'unknown', posts: 0 };
  if (cases.read(id).ok) cases.choose(id, keyId, world.model);
  if (step === 'list') await stage.done(cases.checks.run(id, 'list', false));
  else if (step !== 'watch' && step !== 'matrix') await stage.done(cases.checks.run(id, 'all_free', false));
  const { posts } = stage;
  if (step === 'real') await stage.done(cases.checks.run(id, 'real_probe', true));
  if (step === 'watch') await watched(stage, id);
  if (step === 'matrix') {
    await ran(stage, () => matrix.start({ kind: 'fill', keyIds: [keyId] }));
    const cells = [{ keyId, models: [world.model] }];
    await ran(stage, () =>
      matrix.start({ kind: 'confirm', probe: 'free_probe', cells, consent: false, expensive: false }),
    );
  }
  const view = cases.read(id);
  if (!view.ok) throw new Error(view.error.code);
  return { view: view.value, cell: stage.cell(keyId), posts: step === 'watch' ? stage.posts : posts };
}

async function watched(stage: Stage, id: string): Promise<void> {
  const { cases } = stage.workspace;
  const begun = await stage.done(cases.watch(id));
  if (!begun.ok) return;
  for (;;) {
    const view = cases.read(id);
    if (!view.ok || view.value.watch?.state !== 'running') return;
    await stage.pass();
  }
}

async function ran(stage: Stage, start: () => { readonly ok: boolean }): Promise<void> {
  if (!start().ok) return;
  const { matrix } = stage.workspace;
  while (matrix.run?.state === 'running') await stage.pass();
}

const SURENESS = ['possible', 'likely', 'certain'];

function wrongIn(step: Step, expected: Expected, { view, cell, posts }: Outcome): readonly string[] {
  const { verdict, wizard, watch } = view;
  const among = (name: string, allowed: readonly string[] | undefined, said: string) =>
    allowed === undefined || allowed.includes(said) ? [] : [`${name} ${said}, not ${allowed.join(' or ')}`];
  if (step === 'matrix') return among('cell', expected.state, cell);
  const isProven = verdict.proof !== null || watch?.state === 'proven' || wizard.kind === 'proven';
  const named = verdict.rivals.map(({ cause }) => cause as string);
  const missing = (expected.rivals ?? []).filter((rival) => !named.includes(rival));
  const isTooSure =
    expected.atMost !== undefined && SURENESS.indexOf(verdict.confidence) > SURENESS.indexOf(expected.atMost);
  return [
    ...among('outcome', expected.outcome, verdict.outcome),
    ...among('cause', expected.cause, verdict.cause ?? 'none'),
    ...among('layer', expected.layer, verdict.layer ?? 'none'),
    ...(expected.never ?? []).filter((cause) => cause === verdict.cause).map((cause) => `claims ${cause}`),
    ...among('state', expected.state, verdict.state),
    ...among('unknown', expected.unknown, verdict.unknown ?? 'none'),
    ...among('contrast', expected.contrast, verdict.contrast ?? 'none'),
    ...(isTooSure ? [`${verdict.confidence}, more than ${expected.atMost}`] : []),
    ...((expected.proven ?? isProven) === isProven ? [] : [isProven ? 'proven' : 'not proven']),
    ...(expected.quotes === true && verdict.quote === null ? ['no quote'] : []),
    ...missing.map((rival) => `without the rival ${rival}`),
    ...(expected.unasked !== undefined && posts > expected.unasked ? [`${posts} requests unasked`] : []),
  ];
}

/** Steps after which case and matrix rest on the same record; a key of several projects has one cell for all of them. */
function agreement(step: Step, world: World, { view, cell }: Outcome): readonly string[] {
  if (step === 'text' || step === 'matrix' || world.keyKind === 'legacy') return [];
  return view.verdict.state === cell ? [] : [`after ${step}: case ${view.verdict.state}, matrix ${cell}`];
}

/** All steps of one world, each with a key that nothing is known of. */
export async function play(world: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const step of STEPS) {
    const expected = world.expect[step];
    if (expected === undefined || (step === 'text' && world.text === '')) continue;
    const stage = new Stage(world);
    try {
      const keyId = await stage.open();
      const outcome = await run(stage, world, keyId, step);
      const { confidence, proof } = outcome.view.verdict;
      const wrong = wrongIn(step, expected, outcome);
      const late = world.settledAt !== undefined && step === 'watch' && stage.now < world.settledAt;
      const all = late ? [...wrong, `over after ${stage.now / 1_000} s`] : wrong;
      findings.push({
        world,
        step,
        wrong: all,
        certain: all.length > 0 && (confidence === 'certain' || proof !== null),
      });
      findings.push({ world, step: 'agreement', wrong: agreement(step, world, outcome), certain: false });
    } finally {
      await stage.close();
    }
  }
  return findings;
}
