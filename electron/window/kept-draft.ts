import type { Draft } from '../../shared/ipc/views';
import { redact } from '../../shared/redaction/redact';

/**
 * What is being typed, for a page that crashed and comes back. In memory only, and without what looks like a secret, so that
 * no whole key lies here while the window is open. The gate searches it again on its way back.
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
