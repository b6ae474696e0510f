/** Runs every client in every refusal and prints what the reader made of it. Started by `build/eval-clients.mjs`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { readError } from '../../shared/errors/read-error';
import type { Reading } from '../../shared/errors/reading';
import { CLIENTS, type Client } from './catalogue';
import { isMiss, type Judgement, judged, type Printed, printedIn } from './judge';
import { REFUSALS, type Refuser, startRefuser } from './refusals';
import { outputOf, prepare } from './run-client';

interface Outcome {
  readonly client: string;
  readonly way: string;
  readonly refuser: Refuser;
  readonly output: string;
  readonly printed: Printed;
  readonly reading: Reading;
  readonly judgement: Judgement;
}

const JUDGEMENTS = ['right', 'wrong', 'certain and wrong', 'not shown', 'guess', 'overclaim'] as const;
const PRINTED = ['shown', 'cut', 'kept', 'mute'] as const;
const CONFIDENCES = ['certain', 'likely', 'possible'] as const;

const out = (line: string) => process.stdout.write(`${line}\n`);

async function play(client: Client, way: string, refuser: Refuser): Promise<Outcome> {
  const output = await outputOf(client, way, refuser);
  const reading = readError(output);
  const printed = printedIn(output, refuser);
  const judgement = judged(reading, printed, refuser);
  return { client: client.name, way, refuser, output, printed, reading, judgement };
}

/** Some at once: most of a client's time is its start. */
async function playAll(client: Client, refusers: readonly Refuser[]): Promise<readonly Outcome[]> {
  const plays = Object.keys(client.ways).flatMap((way) => refusers.map((refuser) => ({ way, refuser })));
  const outcomes: Outcome[] = [];
  const queue = plays.entries();
  const work = async () => {
    for (const [at, { way, refuser }] of queue) outcomes[at] = await play(client, way, refuser);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  out(`• ${client.name}: ${outcomes.length} outputs`);
  return outcomes;
}

async function runnable(clients: readonly Client[]): Promise<readonly Client[]> {
  const able: Client[] = [];
  for (const client of clients) {
    const trouble = await prepare(client);
    if (trouble === null) able.push(client);
    else out(`SKIPPED  ${client.name}, which needs ${trouble}`);
  }
  if (able.length < clients.length)
    out('`npm run eval:clients -- --install` installs what Debian has; npm packages need the registry.');
  return able;
}

const count = <T>(items: readonly T[], fits: (item: T) => boolean) => items.filter(fits).length;

function tell(outcomes: readonly Outcome[]): void {
  const names = [...new Set(outcomes.map(({ client, way }) => `${client} · ${way}`))];
  const cells = (values: readonly (string | number)[]) =>
    values.map((each) => String(each).padStart(8)).join('');
  out(
    `\n${''.padEnd(34)}${cells([
      'shown',
      'cut',
      'kept',
      'mute',
      'right',
      'wrong',
      'certain!',
      'hidden',
      'guess',
      'overcl.',
      'certain',
      'likely',
      'possible',
    ])}`,
  );
  const line = (name: string, own: readonly Outcome[]) =>
    out(
      name.padEnd(34) +
        cells([
          ...PRINTED.map((each) => count(own, ({ printed }) => printed === each)),
          ...JUDGEMENTS.map((each) => count(own, ({ judgement }) => judgement === each)),
          ...CONFIDENCES.map((each) => count(own, ({ reading }) => reading.confidence === each)),
        ]),
    );
  for (const name of names)
    line(
      name,
      outcomes.filter(({ client, way }) => `${client} · ${way}` === name),
    );
  line('all', outcomes);
}

function tellMisses(misses: readonly Outcome[]): void {
  out(misses.length === 0 ? '\nNo misses.' : `\n${misses.length} misses:`);
  for (const { client, way, refuser, printed, reading, judgement } of misses)
    out(
      `${judgement}: ${client} · ${way} · ${refuser.refusal.name} (${printed}): expected ${refuser.refusal.cause}, got ${reading.cause}, ${reading.confidence} (${reading.rule}: ${reading.sentence})`,
    );
}

/** The texts themselves, without the keys, for who wants to read a miss. */
function keep(outcomes: readonly Outcome[]): void {
  mkdirSync('out/eval/clients', { recursive: true });
  const lines = outcomes.map(({ client, way, refuser, output, printed, judgement, reading }) =>
    JSON.stringify({
      id: `${client} · ${way} · ${refuser.refusal.name}`,
      text: output.replaceAll(refuser.secret, '[key]'),
      cause: refuser.refusal.cause,
      printed,
      judgement,
      read: reading.cause,
    }),
  );
  writeFileSync('out/eval/clients/texts.jsonl', `${lines.join('\n')}\n`);
}

const wished = (process.env['EVAL_CLIENTS'] ?? '').split(',').filter((name) => name !== '');
const clients = CLIENTS.filter(
  ({ name }) => wished.length === 0 || wished.some((wish) => name.includes(wish)),
);
const refusers = await Promise.all(REFUSALS.map(startRefuser));
const outcomes: Outcome[] = [];
for (const client of await runnable(clients)) outcomes.push(...(await playAll(client, refusers)));
await Promise.all(refusers.map(({ simulator }) => simulator.close()));
const misses = outcomes.filter(({ judgement }) => isMiss(judgement));
keep(outcomes);
tellMisses(misses);
tell(outcomes);
process.exitCode = misses.length === 0 ? 0 : 1;
