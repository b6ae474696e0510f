import { fork } from 'node:child_process';
import { vaultEnvironment } from '../vault/vault-environment';
import type { StartVaultProcess } from '../vault/vault-protocol';

/** Starts the vault process from plain Node. `modulePath`: the bundled vault-process. */
export function forkTransport(
  modulePath: string,
  environment: Readonly<Record<string, string | undefined>>,
): StartVaultProcess {
  return () => {
    const child = fork(modulePath, [], {
      // Where this runs on Electron's own Node, so does the child.
      env: { ...vaultEnvironment(environment), ELECTRON_RUN_AS_NODE: '1' },
      execArgv: [],
      // Whatever the library prints is not for anybody's log.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return {
      send: (request) => void child.send(request),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', () => listener()),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
