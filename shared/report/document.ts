import type { Drawing } from '../wizard/drawing';

/** A report before it becomes a file: plain texts in a simple order, to be escaped by whoever writes them down. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** In this order, numbered. */
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  /** To a page whose address the app made itself. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** What a file without pictures has of it is its description. */
  | { readonly kind: 'drawing'; readonly drawing: Drawing; readonly description: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Verbatim, line breaks included. */
  | { readonly kind: 'code'; readonly text: string };

export interface Document {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
}
