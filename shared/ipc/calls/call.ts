/**
 * What one verb takes and answers: types alone, so that preload and window need no schema library. `Said` is what the
 * window says where the preload turns it into the request.
 */
export interface Call<Request, Reply, Said = Request> {
  readonly request?: Request;
  readonly reply?: Reply;
  readonly said?: Said;
}

export function call<Request, Reply, Said = Request>(): Call<Request, Reply, Said> {
  return {};
}

export type Nothing = Readonly<Record<string, never>>;

export interface ById {
  readonly id: string;
}

/** What came of asking the person where to save. The id stands for the file until another one is saved. */
export type Saved =
  | { readonly saved: false }
  | { readonly saved: true; readonly id: string; readonly name: string };
