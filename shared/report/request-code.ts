/**
 * The request of a case as code to run elsewhere. It needs nothing to be installed, takes the key from the environment and
 * holds none, and no variable but that one changes what is sent.
 */
import type { CaseView } from '../case/views';
import type { SentFor } from '../keys/key';
import { CHAT_PATH, type ProbeRequest, realProbe } from '../models/families';
import type { Observation } from '../observations/observation';
import { NO_HEADERS } from '../observations/sender';

export const CODE_LANGUAGES = ['python', 'curl', 'node'] as const;
export type CodeLanguage = (typeof CODE_LANGUAGES)[number];

/** The variable that the code takes the key from. */
const KEY_VARIABLE = 'OPENAI_API_KEY';
/** The file that is sent along where a sound is asked for. */
const SOUND_FILE = 'speech.wav';

export interface CodeRequest {
  readonly url: string;
  readonly sentFor: SentFor;
  readonly body: ProbeRequest['body'];
  readonly form: boolean;
}

/**
 * The smallest valid request for the case's model, sent as its last test was: at the same endpoint, with the same headers.
 * Null where no small request is sensible for such a model.
 */
export function requestOf(
  { model, keyId, evidence }: Pick<CaseView, 'model' | 'keyId' | 'evidence'>,
  baseUrl: string,
): CodeRequest | null {
  if (model === null) return null;
  const test = evidence.findLast((item): item is Observation => isTest(item, keyId, model));
  const request = realProbe(model, test?.endpoint.endsWith(CHAT_PATH) === true);
  if (request === null) return null;
  const { organization, project } = test?.sent ?? NO_HEADERS;
  return {
    url: baseUrl + request.path,
    sentFor: { organization, project },
    body: request.body,
    form: request.form,
  };
}

function isTest(item: CaseView['evidence'][number], keyId: string | null, model: string): boolean {
  if (item.kind !== 'probe' || item.keyId !== keyId || item.control || item.model !== model) return false;
  return item.probe === 'free_probe' || item.probe === 'real_probe';
}

export function requestCode(request: CodeRequest, language: CodeLanguage): string {
  return { python, curl, node }[language](request);
}

type Header = readonly [name: string, value: string];

function headersOf({ sentFor, form }: CodeRequest): readonly Header[] {
  const { organization, project } = sentFor;
  return [
    ...(form ? [] : [['Content-Type', 'application/json'] as const]),
    ...(organization === null ? [] : [['OpenAI-Organization', organization] as const]),
    ...(project === null ? [] : [['OpenAI-Project', project] as const]),
  ];
}

function curl(request: CodeRequest): string {
  const { url, body, form } = request;
  const parts = form
    ? [
        ...Object.entries(body).map(([name, value]) => `-F ${shell(`${name}=${String(value)}`)}`),
        `-F ${shell(`file=@${SOUND_FILE}`)}`,
      ]
    : [`-d ${shell(quoted(body))}`];
  return [
    `curl ${shell(url)}`,
    `-H "Authorization: Bearer $${KEY_VARIABLE}"`,
    ...headersOf(request).map(([name, value]) => `-H ${shell(`${name}: ${value}`)}`),
    ...parts,
  ].join(' \\\n  ');
}

function node(request: CodeRequest): string {
  const { url, body, form } = request;
  const headers = headersOf(request).map(([name, value]) => `    ${quoted(name)}: ${quoted(value)},\n`);
  const before = form
    ? [
        "import { openAsBlob } from 'node:fs';\n",
        'const form = new FormData();',
        ...Object.entries(body).map(
          ([name, value]) => `form.set(${quoted(name)}, ${quoted(String(value))});`,
        ),
        `form.set("file", await openAsBlob(${quoted(SOUND_FILE)}), ${quoted(SOUND_FILE)});\n`,
      ]
    : [];
  return [
    '// node request.mjs',
    ...before,
    `const response = await fetch(${quoted(url)}, {`,
    '  method: "POST",',
    `  headers: {\n    Authorization: \`Bearer \${process.env.${KEY_VARIABLE}}\`,\n${headers.join('')}  },`,
    form ? '  body: form,' : `  body: JSON.stringify(${block(body, quoted, '    ', '  ')}),`,
    '});',
    'console.log(response.status, (await response.text()).slice(0, 500));',
  ].join('\n');
}

function python(request: CodeRequest): string {
  const { url, body, form } = request;
  const headers = headersOf(request).map(([name, value]) => `        ${quoted(name)}: ${quoted(value)},\n`);
  const type = form ? '        "Content-Type": "multipart/form-data; boundary=" + boundary,\n' : '';
  return [
    `import ${form ? '' : 'json, '}os, urllib.error, urllib.request${form ? ', uuid' : ''}\n`,
    form ? pythonForm(body) : `body = ${block(body, pythonValue, '    ', '')}\n`,
    'request = urllib.request.Request(',
    `    ${quoted(url)},`,
    form ? '    data=data,' : '    data=json.dumps(body).encode(),',
    `    headers={\n        "Authorization": "Bearer " + os.environ["${KEY_VARIABLE}"],\n${type}${headers.join('')}    },`,
    ')',
    'try:',
    '    with urllib.request.urlopen(request) as response:',
    '        print(response.status, response.read()[:500])',
    'except urllib.error.HTTPError as error:',
    '    print(error.code, error.read().decode())',
  ].join('\n');
}

/** Python sends no form by itself. */
function pythonForm(body: CodeRequest['body']): string {
  const fields = Object.entries(body).map(([name, value]) => `(${quoted(name)}, ${quoted(String(value))})`);
  return `boundary = uuid.uuid4().hex
data = b""
for name, value in [${fields.join(', ')}]:
    data += f'--{boundary}\\r\\nContent-Disposition: form-data; name="{name}"\\r\\n\\r\\n{value}\\r\\n'.encode()
data += f'--{boundary}\\r\\nContent-Disposition: form-data; name="file"; filename="${SOUND_FILE}"\\r\\n\\r\\n'.encode()
data += open("${SOUND_FILE}", "rb").read() + f"\\r\\n--{boundary}--\\r\\n".encode()
`;
}

/** A value a line, so that nobody has to scroll to the side. */
function block(
  body: CodeRequest['body'],
  write: (value: unknown) => string,
  indent: string,
  end: string,
): string {
  const lines = Object.entries(body).map(([name, value]) => `${indent}${quoted(name)}: ${write(value)},\n`);
  return `{\n${lines.join('')}${end}}`;
}

function pythonValue(value: unknown): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return quoted(value);
  const entries = Object.entries(value).map(([name, each]) => `${quoted(name)}: ${pythonValue(each)}`);
  return `{${entries.join(', ')}}`;
}

/**
 * As JSON, which both languages read. What has no sign of its own is written out: it could make code look like other code
 * than it is.
 */
function quoted(value: unknown): string {
  return JSON.stringify(value).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (sign) =>
    Array.from(
      { length: sign.length },
      (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

function shell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
