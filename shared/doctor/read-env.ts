/** Files of variables, as dotenv, Docker and shells write them. */
import type { Setting, Source, SourceFile } from './setting';
import { subjectOf } from './variables';

export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

const ASSIGNED = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;

/**
 * Quotes, comments and values over several lines as dotenv reads them (its documentation, 2026). Of a name that stands twice,
 * both are given: the later one wins.
 */
export function assignmentsIn(text: string): readonly Assignment[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const found: Assignment[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    const [whole, name = ''] = ASSIGNED.exec(lines[index] ?? '') ?? [];
    if (whole === undefined) continue;
    let rest = (lines[index] ?? '').slice(whole.length);
    const quote = /^["'`]/.exec(rest)?.[0];
    while (quote !== undefined && !rest.slice(1).includes(quote) && index + 1 < lines.length) {
      index += 1;
      rest += `\n${lines[index] ?? ''}`;
    }
    found.push({ name, value: valueIn(rest, quote), line });
  }
  return found;
}

function valueIn(rest: string, quote: string | undefined): string {
  if (quote === undefined) return rest.replace(/(?:^|\s)#.*$/, '').trim();
  const end = rest.indexOf(quote, 1);
  return end < 0 ? rest.slice(1).trim() : rest.slice(1, end);
}

export function readEnvFile({ path, text }: SourceFile): readonly Setting[] {
  return settingsOf(assignmentsIn(text), path, 'env_file');
}

function settingsOf(all: readonly Assignment[], file: string, source: Source): readonly Setting[] {
  return all.flatMap(({ name, value, line }) => {
    const subject = subjectOf(name, value);
    return subject === null ? [] : [{ subject, name, value, source, place: { file, line } }];
  });
}

/** `ENV` and `ARG` with a value. What is given by `docker run -e` is not in the file. */
export function readDockerfile({ path, text }: SourceFile): readonly Setting[] {
  const lines = text.split(/\r?\n/);
  return lines.flatMap((each, index) => {
    const rest = /^\s*(?:ENV|ARG)\s+(.*)$/i.exec(each)?.[1];
    if (rest === undefined) return [];
    const pairs = [...rest.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)].map(
      ([, name = '', value = '']) => ({
        name,
        value: value.replace(/^["']|["']$/g, ''),
        line: index + 1,
      }),
    );
    const [, name = '', value = ''] = /^([A-Za-z_]\w*)\s+([^=]*)$/.exec(rest) ?? [];
    return settingsOf(pairs.length > 0 ? pairs : [{ name, value, line: index + 1 }], path, 'image');
  });
}

/** Variables of a process. */
export function readShell(env: Readonly<Record<string, string | undefined>>): readonly Setting[] {
  return Object.entries(env).flatMap(([name, value = '']) => {
    const subject = value === '' ? null : subjectOf(name, value);
    return subject === null ? [] : [{ subject, name, value, source: 'shell' as const, place: null }];
  });
}
