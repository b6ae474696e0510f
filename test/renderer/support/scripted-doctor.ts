import type { ErrorCode, IpcError } from '../../../shared/base/error-codes';
import { err, ok, type Result } from '../../../shared/base/result';
import type { ChangeTopic, Channel, DoctorApi, ReplyOf, WindowRequest } from '../../../shared/ipc/contract';
import { createFakeDoctor, type FakeOptions } from './fake-doctor';

type AnyReply = Promise<Result<unknown, IpcError>>;
type AnyVerb = (request: unknown) => AnyReply;
type Verbs = Readonly<Record<string, AnyVerb>>;

/** Calls of one channel that stay unanswered until the test lets them go on. */
export interface Held {
  /** How many calls wait. */
  readonly waiting: () => number;
  /** Answers those that wait, and from now on each at once, as the channel answers otherwise. */
  readonly release: () => void;
}

/**
 * The fake main process in the hand of a test: it tells what it was asked, and answers, refuses or keeps silent as the
 * test says. Channels of which nothing was said answer as `createFakeDoctor` does.
 */
export class ScriptedDoctor {
  readonly api: DoctorApi;
  readonly #asked: { readonly channel: string; readonly request: unknown }[] = [];
  readonly #scripts = new Map<string, AnyVerb>();
  readonly #held = new Map<string, Promise<void>>();
  readonly #listeners = new Set<(topic: ChangeTopic) => void>();

  constructor(options: FakeOptions) {
    const { onChange, ...areas } = createFakeDoctor(options);
    onChange((topic) => this.tell(topic));
    const wrapped = Object.entries(areas).map(([area, verbs]) => [area, this.#wrap(area, verbs as Verbs)]);
    this.api = {
      ...Object.fromEntries(wrapped),
      onChange: (listener: (topic: ChangeTopic) => void) => this.#listen(listener),
    };
  }

  /** The requests of this channel so far. */
  asked<C extends Channel>(channel: C): readonly WindowRequest<C>[] {
    const own = this.#asked.filter((call) => call.channel === channel);
    return own.map(({ request }) => request as WindowRequest<C>);
  }

  forgetAsked(): void {
    this.#asked.length = 0;
  }

  /** From now on the channel succeeds with what `reply` gives. */
  answers<C extends Channel>(channel: C, reply: (request: WindowRequest<C>) => ReplyOf<C>): void {
    this.#scripts.set(channel, async (request) => ok(reply(request as WindowRequest<C>)));
  }

  /** From now on the channel declines. */
  refuses(channel: Channel, code: ErrorCode, values: Readonly<Record<string, string>> = {}): void {
    this.#scripts.set(channel, async () => err({ code, values }));
  }

  /** From now on the channel answers again as if no test had said anything of it. */
  recovers(channel: Channel): void {
    this.#scripts.delete(channel);
  }

  /** From now on calls of this channel wait. What they are answered is decided when they go on. */
  holds(channel: Channel): Held {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = this.asked(channel).length;
    this.#held.set(channel, promise);
    const release = () => {
      this.#held.delete(channel);
      resolve();
    };
    return { waiting: () => this.asked(channel).length - before, release };
  }

  /** Says, as the main process does, that something is worth reading again. */
  tell(topic: ChangeTopic): void {
    for (const listener of this.#listeners) listener(topic);
  }

  #listen(listener: (topic: ChangeTopic) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #wrap(area: string, verbs: Verbs): Verbs {
    const entries = Object.entries(verbs).map(([verb, answer]) => {
      const channel = `${area}:${verb}`;
      const call: AnyVerb = async (request) => {
        this.#asked.push({ channel, request });
        await this.#held.get(channel);
        return (this.#scripts.get(channel) ?? answer)(request);
      };
      return [verb, call] as const;
    });
    return Object.fromEntries(entries);
  }
}
