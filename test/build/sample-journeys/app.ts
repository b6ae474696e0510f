const open = new Set<() => void>();

/** Stands for an app that never answers: the wait ends when the app is ended. */
export function waitForSilentApp(): Promise<never> {
  return new Promise((_, reject) => open.add(() => reject(new Error('The app was ended.'))));
}

export function endSampleApps(): Promise<void> {
  for (const end of open) end();
  open.clear();
  return Promise.resolve();
}
