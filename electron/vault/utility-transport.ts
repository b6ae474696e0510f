import { utilityProcess } from 'electron';
import { vaultEnvironment } from './vault-environment';
import type { StartVaultProcess } from './vault-protocol';

/** Starts the vault process inside Electron; only after the app is ready. `modulePath`: the bundled vault-process. */
export function utilityTransport(
  modulePath: string,
  environment: Readonly<Record<string, string | undefined>>,
): StartVaultProcess {
  return () => {
    const child = utilityProcess.fork(modulePath, [], {
      env: vaultEnvironment(environment),
      serviceName: 'Vault',
      // Whatever the library prints is not for anybody's log.
      stdio: 'ignore',
    });
    return {
      send: (request) => child.postMessage(request),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    };
  };
}
