import type { Draft } from '../../shared/ipc/views';
import { redact } from '../../shared/redaction/redact';

/**
 * What is being typed, for a page that crashed and comes back. In memory only, and without the secrets in it, as the
 * main process hands none to the window.
 */
export class KeptDraft {
  #draft: Draft | null = null;

  get current(): Draft | null {
    return this.#draft;
  }

  keep({ text, model, ...rest }: Draft): void {
    const isEmpty = text === '' && model === '' && rest.keyId === null;
    this.#draft = isEmpty ? null : { text: redact(text), model: redact(model), ...rest };
  }

  forget(): void {
    this.#draft = null;
  }
}
