/** An error in words that no row knows, whose class, address or shape is another service's. */
import type { Clean } from './clean';
import type { Hit } from './match';
import type { Decision } from './material';
import { type Context, isMention } from './mention';
import type { Row } from './row';
import { shapeIn } from './shapes';
import { vendorSigns } from './vendor-signs';

interface Sign {
  readonly vendor: string;
  readonly start: number;
  readonly end: number;
}

export function inUnknownWords(clean: Clean, context: Context): Decision | null {
  const found = shapeIn(clean.text);
  const shaped = found === null ? [] : [{ vendor: found.shape.vendor, start: found.start, end: found.end }];
  return (
    first(vendorSigns(clean, 0, clean.text.length), clean.text, context, false) ??
    first(shaped, clean.text, context, true) ??
    page(clean.text, context)
  );
}

function first(signs: readonly Sign[], text: string, context: Context, isObject: boolean): Decision | null {
  for (const { vendor, start, end } of signs) {
    const hit: Hit = {
      row: UNKNOWN_WORDS,
      start,
      end,
      slots: [],
      weight: 0,
      strength: 'sign',
      by: 'phrase',
      isOwn: false,
    };
    if (FAILED.test(text.slice(Math.max(0, start - 300), end + 300)) && !isMention(hit, context, isObject))
      return { hit, cause: 'other_vendor', vendor, company: [], ...NO_DOUBTS };
  }
  return null;
}

/** A whole page, in whatever language, where the API answers in JSON. */
function page(text: string, context: Context): Decision | null {
  const match = PAGE.exec(text);
  if (match === null || context.isCode || !SERVICE_ADDRESS.test(text)) return null;
  const [start, end] = [match.index, match.index + match[0].length];
  const hit: Hit = {
    row: UNKNOWN_PAGE,
    start,
    end,
    slots: [],
    weight: 0,
    strength: 'sign',
    by: 'phrase',
    isOwn: false,
  };
  return { hit, cause: 'not_from_api', vendor: null, company: [], ...NO_DOUBTS };
}

const PAGE = /<html\b[^>]{0,200}>\s{0,40}<head\b/i;
const SERVICE_ADDRESS = /\bapi\.openai\.com|\bopenai\b/i;

const UNKNOWN_PAGE: Row = {
  id: 'page-unknown',
  cause: 'not_from_api',
  confidence: 'possible',
  strength: 'sign',
  samples: [],
  source: 'The API answers in JSON',
};

const NO_DOUBTS = { contradicted: false, breaksOff: false, isSure: false };

const UNKNOWN_WORDS: Row = {
  id: 'vendor-sign',
  cause: 'other_vendor',
  confidence: 'possible',
  strength: 'sign',
  samples: [],
  source: 'Names of services',
};
const FAILED = /(?:Error|Exception)\b|\berror\b["':]|\b[45]\d\d\b|\bfailed\b/;
