/** The key that a command is to ask with: of the app, of a variable, or of standard input; never an argument, which others could read. */

import type { IpcError } from '../../shared/base/error-codes';
import { err, ok, type Result } from '../../shared/base/result';
import { type KeySummary, OPENAI_BASE_URL, type SentFor } from '../../shared/keys/key';
import { lastFourOf } from '../../shared/keys/key-text';
import type { MessageKey, MessageValues } from '../../shared/messages/speaker';
import { hasHeaders, reachesSeveral, readHeaderId } from '../../shared/observations/sender';
import type { AskOptions } from '../cli/ask-options';
import { decoded, piecesOf } from '../cli/input';
import type { CliIo } from '../cli/io';
import { baseUrlFrom } from '../keys/adding';
import { readSecret } from '../keys/read-secret';
import { AskedKey } from './asked-key';

export interface GivenKey {
  readonly key: AskedKey;
  /** True where an organization or a project was named that this key does not take. */
  readonly knowsItsHome: boolean;
  readonly close: () => Promise<void>;
}

/** What to say, with its values. An error of the app's own explains itself in `why`. */
export interface NoKey {
  readonly say: MessageKey;
  readonly values: MessageValues;
  readonly why?: IpcError;
  readonly status: 'wrong_use' | 'obstacle';
}

type Given = Result<GivenKey, NoKey>;

export async function givenKey(options: AskOptions, io: CliIo): Promise<Given> {
  const sentFor = readSentFor(options, io);
  if (!sentFor.ok) return sentFor;
  if (options.key === undefined) return freeKey(options, sentFor.value, io);
  // SQLite is a part of newer versions of Node alone, and the keychain needs its library.
  const { keyOfApp } = await import('./app-keys');
  return keyOfApp(options.key, sentFor.value, io.env);
}

async function freeKey(options: AskOptions, sentFor: SentFor, io: CliIo): Promise<Given> {
  const name = options.keyEnv ?? 'OPENAI_API_KEY';
  const text = options.keyStdin === true ? await fromInput(io) : (io.env[name] ?? '');
  if (text.trim() === '' && options.keyStdin !== true) return err(trouble('cli.ask.noVariable', { name }));
  const secret = readSecret(text);
  if (!secret.ok) return err({ ...trouble('cli.ask.badKey'), why: secret.error });
  // The address of a variable belongs to the key of a variable.
  const address = options.baseUrl ?? (options.keyStdin === true ? null : io.env['OPENAI_BASE_URL'] || null);
  const baseUrl = baseUrlFrom(address);
  if (!baseUrl.ok) return err({ ...trouble('cli.ask.badAddress'), why: baseUrl.error });
  const summary = {
    ...UNKNOWN,
    label: options.keyStdin === true ? '-' : name,
    kind: secret.value.kind,
    lastFour: lastFourOf(secret.value.secret),
    baseUrl: baseUrl.value,
    sentFor,
  };
  return ok(keyToAsk(summary, async () => ok(secret.value.secret)));
}

/** `close`: gives back what the key was fetched through. */
export function keyToAsk(
  summary: KeySummary,
  secret: ConstructorParameters<typeof AskedKey>[1],
  close: () => Promise<void> = async () => undefined,
): GivenKey {
  const knowsItsHome = hasHeaders(summary.sentFor) && !reachesSeveral(summary.kind);
  return { key: new AskedKey(summary, secret), knowsItsHome, close };
}

const UNKNOWN = {
  ...{ id: 'given', note: '', colour: null, organization: null, project: null, hostSeen: null },
  ...{ learnedAt: null, addedAt: '', checkedAt: null, health: null, drift: null, baseUrl: OPENAI_BASE_URL },
} as const satisfies Partial<KeySummary>;

export function trouble(
  say: MessageKey,
  values: MessageValues = {},
  status: NoKey['status'] = 'obstacle',
): NoKey {
  return { say, values, status };
}

/** What is named here comes before what the variables of the SDK name. */
function readSentFor(options: AskOptions, io: CliIo): Result<SentFor, NoKey> {
  const own = options.key === undefined && options.keyStdin !== true;
  const named = {
    organization: options.organization ?? (own ? (io.env['OPENAI_ORG_ID'] ?? '') : ''),
    project: options.project ?? (own ? (io.env['OPENAI_PROJECT_ID'] ?? '') : ''),
  };
  const organization = readHeaderId('organization', named.organization);
  const project = readHeaderId('project', named.project);
  if (!organization.ok) return err(badId(organization.error));
  if (!project.ok) return err(badId(project.error));
  return ok({ organization: organization.value, project: project.value });
}

function badId(code: IpcError['code']): NoKey {
  return { ...trouble('cli.ask.badId', {}, 'wrong_use'), why: { code, values: {} } };
}

/** No key is longer, in bytes; a file that was given by mistake is not read to its end. */
const LONGEST = 64_000;

async function fromInput(io: CliIo): Promise<string> {
  const text = decoded((await piecesOf(io.input)).subarray(0, LONGEST));
  return text.ok ? text.value : '';
}
