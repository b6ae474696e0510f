/** `practice`: the simulator by itself, for programs of any language to be tried against. */
import { once } from 'node:events';
import type { Say } from '../../shared/messages/speaker';
import type { Document } from '../../shared/report/document';
import type { PracticeOptions } from '../cli/ask-options';
import { type Json, SCHEMA_VERSION } from '../cli/explanation-json';
import type { CliIo, Talk } from '../cli/io';
import { type ExitStatus, STATUS } from '../cli/status';
import { printed } from '../cli/terminal/print-document';
import { type Simulator, startSimulator } from '../practice/simulator';

export async function practiceCommand(options: PracticeOptions, io: CliIo, talk: Talk): Promise<ExitStatus> {
  const simulator = await startSimulator();
  try {
    // The keys are invented for this run, and nobody but the simulator knows them: they are meant to be copied.
    io.writeOut(
      options.json === true
        ? `${JSON.stringify(practiceJson(simulator))}\n`
        : `${printed(practiceDocument(simulator, talk.say), io.screen)}\n${linesToCopy(simulator, talk.say)}`,
    );
    if (!io.stop.aborted) await once(io.stop, 'abort');
    return STATUS.yes;
  } finally {
    await simulator.close();
  }
}

function practiceDocument({ apiBaseUrl, origin }: Simulator, say: Say): Document {
  const addresses = [
    say('cli.practice.api', { url: apiBaseUrl }),
    say('cli.practice.console', { url: origin }),
  ];
  return {
    title: say('cli.practice.title'),
    lead: [say('cli.practice.lead')],
    sections: [{ heading: '', blocks: [{ kind: 'list', items: addresses }] }],
  };
}

/** Not broken at the edge of the terminal, since these lines are to be copied. */
function linesToCopy({ apiBaseUrl, keys }: Simulator, say: Say): string {
  const [first] = keys;
  const assignments = [
    `export OPENAI_BASE_URL=${apiBaseUrl}`,
    `export OPENAI_API_KEY=${first?.secret ?? ''}`,
  ];
  const rows = keys.map(({ label, secret }) => `${label}\n${secret}`);
  return [say('cli.practice.tryIt'), ...assignments, '', say('cli.practice.keys'), ...rows, ''].join('\n');
}

function practiceJson({ apiBaseUrl, origin, keys }: Simulator): Json {
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: 'practice',
    base_url: apiBaseUrl,
    console: origin,
    keys: keys.map(({ label, kind, secret, projectId }) => ({ label, kind, secret, project: projectId })),
  };
}
