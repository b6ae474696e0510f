/**
 * The keychain library, alone in a process: it can hang on a prompt for ever, starve the thread pool or
 * crash, and then only this process goes. Runs as an Electron utility process, or forked from Node.
 *
 * Nothing but types and `keytar` is imported here, so that Node can run this very file without a bundler.
 * `findCredentials` is never called: on a locked keyring it crashes (measured with keytar 7.10.6).
 */
import type { ParentPort } from 'electron';
import type { VaultAnswer, VaultReply, VaultRequest } from './vault-protocol';

/** Part of where entries are found: a new name would lose every key stored under the old one. */
const SERVICE = 'Model Access Doctor';

/**
 * The only word looked for in an error: an object path of the Secret Service, which is part of the protocol and
 * so is never translated. gnome-keyring 42 names it where a session has no keyring at all. The rest of
 * the text is in the person's language and stays in this process.
 */
const KEYRING_PATH = '/org/freedesktop/secrets/collection/';

async function answer(request: VaultRequest): Promise<VaultAnswer> {
  const library = await import('keytar').catch(() => null);
  if (library === null) return { kind: 'unavailable' };
  try {
    // A CommonJS module with one object as its export: the names may be on `default` alone.
    return await perform(library.default ?? library, request);
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    return { kind: 'refused', reason: text.includes(KEYRING_PATH) ? 'no_keyring' : 'other' };
  }
}

async function perform(keytar: typeof import('keytar'), request: VaultRequest): Promise<VaultAnswer> {
  switch (request.op) {
    case 'read':
      return { kind: 'read', secret: await keytar.getPassword(SERVICE, request.account) };
    case 'write':
      await keytar.setPassword(SERVICE, request.account, request.secret);
      return { kind: 'written' };
    case 'erase':
      return { kind: 'erased', existed: await keytar.deletePassword(SERVICE, request.account) };
  }
}

function serve(reply: (message: VaultReply) => void): (request: VaultRequest) => void {
  let last: Promise<void> = Promise.resolve();
  return (request) => {
    // The app keeps one call in flight; the chain holds that even if it ever did not.
    last = last.then(async () => reply({ ...(await answer(request)), number: request.number }));
  };
}

const port: ParentPort | undefined = process.parentPort;
if (port === undefined) {
  process.on(
    'message',
    serve((message) => process.send?.(message)),
  );
  // A forked process outlives its parent unless it minds the channel.
  process.on('disconnect', () => process.exit());
} else {
  const handle = serve((message) => port.postMessage(message));
  port.on('message', (event) => handle(event.data));
}
