import type { VaultAnswer, VaultProcess, VaultRequest } from '../../electron/vault/vault-protocol';

/** What the other end does with a request: answers, holds still, or ends. */
export type Behaviour = (request: VaultRequest) => VaultAnswer | 'hang' | 'die';

/** Stands in for the vault process, without a keychain behind it. */
export class ScriptedProcesses {
  readonly requests: VaultRequest[] = [];
  started = 0;
  killed = 0;
  behaviour: Behaviour;
  #inFlight = 0;
  mostInFlight = 0;
  #message: (message: unknown) => void = () => undefined;

  constructor(behaviour: Behaviour) {
    this.behaviour = behaviour;
  }

  /** Says something unasked, in the name of the latest process. */
  say(message: unknown): void {
    this.#message(message);
  }

  readonly start = (): VaultProcess => {
    this.started += 1;
    this.#inFlight = 0;
    let exited = () => {};
    let message: (message: unknown) => void = () => undefined;
    return {
      send: (request) => {
        this.requests.push(request);
        this.#inFlight += 1;
        this.mostInFlight = Math.max(this.mostInFlight, this.#inFlight);
        const answer = this.behaviour(request);
        if (answer === 'hang') return;
        queueMicrotask(() => {
          this.#inFlight -= 1;
          if (answer === 'die') exited();
          else message({ ...answer, number: request.number });
        });
      },
      onMessage: (listener) => {
        message = listener;
        this.#message = listener;
      },
      onExit: (listener) => {
        exited = listener;
      },
      kill: () => {
        this.killed += 1;
      },
    };
  };
}

/** A keychain that works, in a map. */
export function workingKeychain(entries: Map<string, string>): Behaviour {
  return (request) => {
    switch (request.op) {
      case 'read':
        return { kind: 'read', secret: entries.get(request.account) ?? null };
      case 'write':
        entries.set(request.account, request.secret);
        return { kind: 'written' };
      case 'erase':
        return { kind: 'erased', existed: entries.delete(request.account) };
    }
  };
}
