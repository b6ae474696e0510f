/**
 * Must be the first module of the window: the policy has to stand before any library writes to the page.
 *
 * The component library fills its own <style> elements through innerHTML. That is the one use let through: text
 * without `<` cannot open an element, so whatever is refused here could have been markup.
 */
import { plainTextOnly } from './plain-text-only';

interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (input: string) => string },
  ) => { readonly name: string };
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory;
    /** Read by the scroll lock under dialogs, which adds a <style> of its own. */
    __webpack_nonce__?: string;
  }
}

/** The page's nonce for <style> elements, set afresh at each load. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

window.trustedTypes?.createPolicy('default', { createHTML: plainTextOnly });
window.__webpack_nonce__ = styleNonce();
