import type { BareApp } from './bare-app';

export interface ShownBox {
  readonly message: string;
  readonly buttons: readonly string[];
  /** Milliseconds on the clock of the main process since `answerBoxes`. */
  readonly after: number;
  readonly takenAway: boolean;
}

/**
 * From now on boxes of the system's are answered with the button of this index; null leaves them open until they are
 * taken away. `shownBoxes` tells what they said.
 */
export async function answerBoxes(app: BareApp, index: number | null): Promise<void> {
  await app.main(({ dialog }, answer) => {
    const shown: object[] = [];
    const start = performance.now();
    Reflect.set(globalThis, 'shownBoxes', shown);
    dialog.showMessageBox = ((_window: unknown, options: Electron.MessageBoxOptions) => {
      const { message, buttons = [], signal } = options;
      const box = { message, buttons, after: performance.now() - start, takenAway: false };
      shown.push(box);
      if (answer !== null) return Promise.resolve({ response: answer, checkboxChecked: false });
      return new Promise((resolve) => {
        signal?.addEventListener('abort', () => {
          box.takenAway = true;
          resolve({ response: 0, checkboxChecked: false });
        });
      });
    }) as typeof dialog.showMessageBox;
  }, index);
}

export function shownBoxes(app: BareApp): Promise<readonly ShownBox[]> {
  return app.main(() => Reflect.get(globalThis, 'shownBoxes') as readonly ShownBox[]);
}
