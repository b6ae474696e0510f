/** The running app: which workspace is in use, and the few things that belong to neither. */

import type { Settings } from '../../shared/base/settings';
import type { AppInfo } from '../../shared/ipc/views';
import type { ProbingSettings } from '../../shared/matrix/views';
import type { ProbingStore } from '../store/probing-store';
import type { Salvaged } from '../store/salvage';
import type { SetAsideNotice } from '../store/set-aside-notice';
import type { SettingsStore } from '../store/settings-store';
import type { Workspace } from './workspace';

export interface ApplicationDeps {
  readonly settings: SettingsStore;
  readonly probing: ProbingStore;
  /** null where the runtime may not hold real keys. */
  readonly real: Workspace | null;
  readonly startPractice: () => Promise<Workspace>;
  readonly setAside: SetAsideNotice;
  readonly fixed: Omit<AppInfo, 'mode' | 'practiceOnly' | 'consoleOrigins' | 'storeSetAside'>;
  readonly changed: () => void;
  readonly settingsChanged: (settings: Settings) => void;
  readonly probingChanged: (settings: ProbingSettings) => void;
}

export class Application {
  readonly #deps: ApplicationDeps;
  #practice: Promise<Workspace> | null = null;
  #current: Workspace;

  private constructor(deps: ApplicationDeps, current: Workspace, practice: Promise<Workspace> | null) {
    this.#deps = deps;
    this.#current = current;
    this.#practice = practice;
  }

  static async start(deps: ApplicationDeps, inPractice: boolean): Promise<Application> {
    if (deps.real !== null && !inPractice) return new Application(deps, deps.real, null);
    const practice = deps.startPractice();
    return new Application(deps, await practice, practice);
  }

  get workspace(): Workspace {
    return this.#current;
  }

  info(): AppInfo {
    const { mode, consoleOrigin } = this.#current;
    return {
      ...this.#deps.fixed,
      mode,
      practiceOnly: this.#deps.real === null,
      consoleOrigins: [consoleOrigin],
      storeSetAside: this.#deps.setAside.path,
    };
  }

  dismissSetAside(): AppInfo {
    this.#deps.setAside.dismiss();
    return this.info();
  }

  /** null where nothing of the file can be read. */
  restoreSetAside(): Salvaged | null {
    return this.#deps.setAside.restore();
  }

  async enterPractice(): Promise<AppInfo> {
    const entered = this.#practice ?? this.#startPractice();
    const workspace = await entered;
    // Left again while it started: what was closed meanwhile must not be worked in.
    if (this.#practice === entered) {
      this.#current = workspace;
      this.#deps.changed();
    }
    return this.info();
  }

  #startPractice(): Promise<Workspace> {
    const starting = this.#deps.startPractice();
    this.#practice = starting;
    // What failed once, as for want of a port, may succeed the next time.
    starting.catch(() => {
      if (this.#practice === starting) this.#practice = null;
    });
    return starting;
  }

  /** Nothing of a practice is kept. Returns null where there is nowhere to go back to. */
  async leavePractice(): Promise<AppInfo | null> {
    if (this.#deps.real === null) return null;
    const left = this.#practice;
    this.#practice = null;
    this.#current = this.#deps.real;
    this.#deps.changed();
    await closed(left);
    return this.info();
  }

  /** Goes on with what the last end of the app broke off. */
  resumeWatches(): void {
    this.#deps.real?.cases.resumeWatches();
  }

  /** Asks the keychain for keys that the list may have lost. `lossIsKnown`: a damaged list lies set aside. */
  async lookForLost(lossIsKnown: boolean): Promise<void> {
    await this.#deps.real?.keys.lookForLost(lossIsKnown);
  }

  /** The computer woke up. */
  async wake(): Promise<void> {
    this.#deps.real?.cases.wakeWatches();
    (await started(this.#practice))?.cases.wakeWatches();
  }

  readSettings(): Settings {
    return this.#deps.settings.read();
  }

  writeSettings(settings: Settings): Settings {
    const written = this.#deps.settings.write(settings);
    this.#deps.settingsChanged(written);
    return written;
  }

  readProbing(): ProbingSettings {
    return this.#deps.probing.read();
  }

  writeProbing(settings: ProbingSettings): ProbingSettings {
    const written = this.#deps.probing.write(settings);
    this.#deps.probingChanged(written);
    this.#current.history.prune();
    return written;
  }

  /** What cannot be closed in one of them keeps nothing open in the other. */
  async close(): Promise<void> {
    await Promise.allSettled([closed(this.#practice), this.#deps.real?.close()]);
  }
}

async function closed(practice: Promise<Workspace> | null): Promise<void> {
  await (await started(practice))?.close();
}

/** null where there is none, or where it could not be started, which whoever asked for it was told. */
async function started(practice: Promise<Workspace> | null): Promise<Workspace | null> {
  return (await practice?.catch(() => null)) ?? null;
}
