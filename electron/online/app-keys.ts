/** A key that the app keeps, found by its label. In a file of its own, since not every Node can read the list. */
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '../../shared/base/result';
import type { SentFor } from '../../shared/keys/key';
import { hasHeaders } from '../../shared/observations/sender';
import { KeychainVault } from '../vault/keychain-vault';
import { appFolder } from './app-folder';
import { forkTransport } from './fork-transport';
import { type GivenKey, keyToAsk, type NoKey, trouble } from './given-key';

type Environment = Readonly<Record<string, string | undefined>>;

export async function keyOfApp(
  name: string,
  sentFor: SentFor,
  environment: Environment,
): Promise<Result<GivenKey, NoKey>> {
  const stored = await import('./stored-keys').catch(isSqliteMissing);
  if (stored === null) return err(trouble('cli.ask.noSqlite', { version: process.version }));
  const vault = new KeychainVault(forkTransport(VAULT_PROCESS, environment), { platform: process.platform });
  const keys = stored.StoredKeys.open(appFolder(process.platform, environment), vault);
  if (!keys.ok) return err(trouble(keys.error === 'none' ? 'cli.ask.noKeys' : 'cli.ask.noList'));
  const [found, ...others] = keys.value.named(name);
  if (found === undefined) return err(trouble('cli.ask.noSuchKey', { name }));
  const labels = [found, ...others].map(({ label }) => label).join(', ');
  if (others.length > 0) return err(trouble('cli.ask.severalKeys', { name, labels }, 'wrong_use'));
  const summary = hasHeaders(sentFor) ? { ...found, sentFor } : found;
  return ok(keyToAsk(summary, keys.value.secretOf(found.id), () => vault.close()));
}

/** Beside the program itself, wherever that is. */
const VAULT_PROCESS = fileURLToPath(new URL('./vault-process.mjs', import.meta.url));

/** Anything else that went wrong is a fault of ours. */
function isSqliteMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_UNKNOWN_BUILTIN_MODULE') return null;
  throw error;
}
