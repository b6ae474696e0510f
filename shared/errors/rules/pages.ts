/** What came is not the API's: nothing, or a page or a text where JSON was due. */
import type { Row } from '../row';

export const PAGE_ROWS: readonly Row[] = [
  {
    id: 'no-body',
    cause: 'not_from_api',
    // The API sends its reason with each refusal; a proxy, a gateway or a wrong address may send none.
    confidence: 'likely',
    strength: 'code',
    says: [
      '400 status code no body',
      '401 status code no body',
      '403 status code no body',
      '404 status code no body',
      '405 status code no body',
      '404 404 page not found',
      '404 page not found',
    ],
    samples: ['openai.PermissionDeniedError: 403 status code (no body)'],
    source: 'The SDK’s own words for an answer without JSON, 2026',
  },
  {
    id: 'page-for-json',
    cause: 'not_from_api',
    // JSON was due, and markup came: a log-in or block page, or an address without `/v1`.
    confidence: 'likely',
    strength: 'code',
    needsService: true,
    says: [
      'unexpected token doctype … is not valid json',
      'unexpected token html … is not valid json',
      'unexpected token in json at position 0',
      // Beginnings of what a server or a proxy says in plain words; a model's own text begins otherwise.
      'unexpected token i internal s is not valid json',
      'unexpected token b bad gatewa is not valid json',
      'unexpected token s service un is not valid json',
      'unexpected token g gateway ti is not valid json',
      'unexpected token f forbidden is not valid json',
      'unexpected token u unauthoriz is not valid json',
      'unexpected token n not found is not valid json',
      'unexpected token u upstream',
      'unexpected token e error code is not valid json',
      'expecting value line 1 column 1 char 0',
      'expected value at line 1 column 1',
      'invalid character looking for beginning of value',
      'unexpected end of json input',
      'expected begin_object but was string at line 1 column 1',
      'unexpected json token at offset 0',
      'is an invalid start of a value path',
      'unexpected byte at position 0 0x3c',
      "unexpected token at '<!doctype",
      "unexpected character ('<' (code 60))",
      'lexical error invalid char in json text',
      "the data couldn't be read because it isn't in the correct format",
      'unexpected character encountered while parsing value path line 0 position 0',
    ],
    samples: [
      `OpenAI call failed: Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
      'openai: SyntaxError: Unexpected token < in JSON at position 0',
    ],
    source: 'Issue trackers, 2023 to 2026: regional hosts without /v1, portals and block pages',
  },
  {
    id: 'text-for-object',
    cause: 'not_from_api',
    // The SDK hands on as a text what is no JSON, so that the program finds no answer in it.
    confidence: 'likely',
    strength: 'code',
    says: [
      "'str' object has no attribute 'choices'",
      "'str' object has no attribute 'output_text'",
      "'str' object has no attribute 'model_dump'",
    ],
    samples: ["AttributeError: 'str' object has no attribute 'choices'"],
    source: 'Threads about base URLs without /v1, 2023 to 2026',
  },
  {
    id: 'server-page',
    cause: 'not_from_api',
    confidence: 'likely',
    strength: 'code',
    says: ['title 403 forbidden title', 'title 403 title', 'h1 403 forbidden h1'],
    needsService: true,
    samples: [
      'openai.PermissionDeniedError: <html><head><title>403 Forbidden</title></head><body><center>nginx</center></body></html>',
    ],
    source: 'Pages of web servers and proxies, 2023 to 2026; the API itself answers in JSON',
  },
];
