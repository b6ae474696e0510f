/** Programs: the models they name, what they pass to a client, which variables they read, and how they load files of variables. */
import { isOfFamily } from '../errors/names';
import { tokensIn } from '../keys/import/found';
import { valueLookOf } from './look';
import type { FilePlace, Setting, SourceFile, Subject } from './setting';
import { DEFAULT_KEY, subjectOf } from './variables';

const CODE = /\.(?:py|tsx?|jsx?|mjs|cjs|mts|cts|go|rb|java|kt|cs|php|rs|sh|bash)$/;

/** Tests of a program, which send what they invent. */
const TEST =
  /(?:^|\/)(?:tests?|__tests__|spec|specs|fixtures)\/|\.(?:test|spec)\.\w+$|_test\.(?:go|py|rb)$|(?:^|\/)test_[^/]*\.py$/;

export function isCode(path: string): boolean {
  return CODE.test(path) && !TEST.test(path);
}

/** A variable that code reads in place of the one that a client reads by itself. */
export interface VariableRead {
  readonly name: string;
  readonly place: FilePlace;
}

/** How files of variables come into the program. `overrides`: they win over what is set already. */
export interface Loader {
  readonly place: FilePlace;
  readonly overrides: boolean;
}

export interface CodeReading {
  readonly settings: readonly Setting[];
  readonly reads: readonly VariableRead[];
  readonly loaders: readonly Loader[];
}

/** Names of variables in the languages that read them as a quoted name. */
const READ =
  /(?:environ(?:\.get)?\s*[[(]|getenv\s*\(|Getenv\s*\(|LookupEnv\s*\(|GetEnvironmentVariable\s*\(|ENV(?:\.fetch)?\s*[[(]|env\s*\[|_ENV\s*\[|env::var\s*\()\s*["']([A-Za-z_]\w*)["']|\bprocess\.env\.([A-Za-z_]\w*)/g;
const LITERALS: readonly (readonly [Subject, RegExp])[] = [
  [
    'base_url',
    /(?:base_?url|api_?base|WithBaseURL)["']?\s*(?:=>|[:=(])\s*["'`](https?:\/\/[^"'`\s]+)["'`]/gi,
  ],
  ['organization', /["'`](org-(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{8,60})["'`]/g],
  ['project', /["'`](proj_[A-Za-z0-9]{8,64})["'`]/g],
  ['model', /["'`]([A-Za-z][\w.:/-]{1,80})["'`]/g],
];
const LOADS =
  /\bload_dotenv\s*\(|\bdotenv(?:\/config\b|\.config\s*\(|\.load)|--env-file\b|\benv_file\s*=|\bgodotenv\.|\bloadEnvFile\s*\(/;
const OVERRIDES =
  /\boverride\s*[=:]\s*true\b|\bdotenv\.overload\b|\bgodotenv\.Overload\b|\bDotenv\.overload\b/i;
const COMMENT = /^\s*(?:#|\/\/|\*|--)/;

export function readCode({ path, text }: SourceFile): CodeReading {
  const settings: Setting[] = [];
  const reads: VariableRead[] = [];
  const loaders: Loader[] = [];
  for (const [index, code] of text.split(/\r?\n/).entries()) {
    if (code.length > 2_000 || COMMENT.test(code)) continue;
    const place = { file: path, line: index + 1 };
    settings.push(...literalsIn(code, place));
    for (const [, quoted, dotted] of code.matchAll(READ)) {
      const name = quoted ?? dotted ?? '';
      if (name !== DEFAULT_KEY && subjectOf(name, '') === 'key') reads.push({ name, place });
    }
    if (LOADS.test(code)) loaders.push({ place, overrides: OVERRIDES.test(code) });
  }
  return { settings, reads, loaders };
}

function literalsIn(code: string, place: FilePlace): readonly Setting[] {
  const found = LITERALS.flatMap(([subject, pattern]) =>
    [...code.matchAll(pattern)].flatMap(([, value = '']) =>
      subject === 'model' && !isOfFamily(value) ? [] : [{ subject, value }],
    ),
  );
  const keys = tokensIn(code).map(([value]) => ({ subject: 'key' as const, value }));
  // What is put together while the program runs cannot be read, and an example is nothing that is sent.
  const known = [...keys, ...found].filter(
    (each) => !each.value.includes('${') && valueLookOf(each).kind !== 'placeholder',
  );
  return known.map((each) => ({ ...each, name: null, source: 'code', place }));
}
