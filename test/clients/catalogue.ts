/** The clients, and the ways in which each prints a failure. Their programs lie in `programs`. */

export interface Client {
  readonly name: string;
  /** File below `programs`. */
  readonly program: string;
  /** What runs the program; `node` stands for the Node that we run on. */
  readonly command: readonly string[];
  /** Succeeds where the program can run. */
  readonly probe?: readonly string[];
  /** npm packages with exact versions, installed in a folder of this client. */
  readonly packages: readonly string[];
  /** Debian packages that bring it. */
  readonly debian: readonly string[];
  /** Each with what it adds to the command line. */
  readonly ways: Readonly<Record<string, readonly string[]>>;
}

/** A way whose name is all that the program needs to be told. */
function named(...names: readonly string[]): Client['ways'] {
  return Object.fromEntries(names.map((name) => [name, [name]]));
}

const NODE_WAYS = ['uncaught', 'object', 'message', 'text', 'json'];

function node(name: string, packages: readonly string[], more: readonly string[] = [], file = name): Client {
  const ways = named(...NODE_WAYS, ...more);
  return { name, program: `${file}.mjs`, command: ['node'], packages, debian: [], ways };
}

function debian(
  name: string,
  program: string,
  command: readonly string[],
  probe: readonly string[],
  packages: readonly string[],
  ways: Client['ways'],
): Client {
  return { name, program, command, probe, packages: [], debian: packages, ways };
}

const ZOD = 'zod@4.6.7';

const NPM: readonly Client[] = [
  // The one of this project, which lies in a folder above.
  node('openai 7', [], [], 'openai'),
  node('openai 6', ['openai@6.49.0'], [], 'openai'),
  node('openai 5', ['openai@5.23.2'], [], 'openai'),
  node('openai 4', ['openai@4.104.0'], [], 'openai'),
  node('ai', ['ai@7.0.173', '@ai-sdk/openai@4.0.118', ZOD], ['body']),
  node('langchain', ['@langchain/openai@1.6.0', '@langchain/core@1.4.0']),
  node('llamaindex', ['@llamaindex/openai@0.4.23', '@llamaindex/core@0.6.23', '@llamaindex/env@0.1.31', ZOD]),
  node('fetch', [], ['response', 'body', 'data', 'unchecked']),
  { ...node('node:http', [], [], 'https'), ways: named('response', 'status', 'body') },
  node('axios', ['axios@1.21.1'], ['body', 'pair']),
  node('got', ['got@16.1.0'], ['body']),
  node('ky', ['ky@2.1.0'], ['body']),
  node('undici', ['undici@8.13.1'], ['body']),
  node('node-fetch', ['node-fetch@3.3.2'], ['response', 'body']),
  node('superagent', ['superagent@10.4.2'], ['body', 'pair']),
  { ...node('needle', ['needle@3.5.0']), ways: named('uncaught', 'body', 'json') },
];

const SHELL: readonly Client[] = [
  debian('curl', 'curl.sh', ['sh'], ['curl', '--version'], ['curl'], {
    plain: [],
    silent: ['-s'],
    fail: ['-f'],
    'fail, show': ['-sSf'],
    'fail with body': ['-sS', '--fail-with-body'],
    verbose: ['-v'],
    headers: ['-si'],
    'status only': ['-s', '-o', '/dev/null', '-w', 'OpenAI: HTTP %{http_code}\n'],
    'body, status': ['-s', '-w', '\n%{http_code}'],
  }),
  debian('wget', 'wget.sh', ['sh'], ['wget', '--version'], ['wget'], {
    plain: [],
    quiet: ['-nv'],
    headers: ['-S'],
    'content on error': ['--content-on-error'],
  }),
  debian('httpie', 'httpie.sh', ['sh'], ['http', '--version'], ['httpie'], {
    plain: [],
    verbose: ['-v'],
    'check status': ['--check-status'],
    headers: ['-h'],
  }),
];

const PYTHON_WAYS = ['uncaught', 'text', 'response', 'body'];

function python(library: string, packages: readonly string[], ...ways: readonly string[]): Client {
  const name = `${library} (Python)`;
  const probe = ['python3', '-c', `import ${library}`];
  return debian(name, `ask-${library}.py`, ['python3'], probe, ['python3', ...packages], named(...ways));
}

function ruby(library: string, loads: string, packages: readonly string[], ...ways: readonly string[]) {
  const probe = ['ruby', '-e', `require '${loads}'`];
  return debian(`${library} (Ruby)`, `${library}.rb`, ['ruby'], probe, ['ruby', ...packages], named(...ways));
}

function php(name: string, program: string, test: string, packages: readonly string[], ways: Client['ways']) {
  const probe = ['php', '-r', `exit(${test} ? 0 : 1);`];
  return debian(`${name} (PHP)`, program, ['php'], probe, ['php-cli', ...packages], ways);
}

const LANGUAGES: readonly Client[] = [
  python('urllib', [], 'uncaught', 'text', 'object', 'body', 'bytes'),
  python('requests', ['python3-requests'], ...PYTHON_WAYS, 'json', 'unchecked'),
  python('httpx', ['python3-httpx'], ...PYTHON_WAYS, 'json'),
  python('aiohttp', ['python3-aiohttp'], ...PYTHON_WAYS),
  ruby('net-http', 'net/http', [], 'uncaught', 'object', 'body', 'parsed'),
  ruby('faraday', 'faraday', ['ruby-faraday'], 'uncaught', 'message', 'object', 'body', 'response'),
  ruby('rest-client', 'rest-client', ['ruby-rest-client'], 'uncaught', 'message', 'body'),
  ruby('httparty', 'httparty', ['ruby-httparty'], 'status', 'parsed', 'body', 'object'),
  php(
    'curl',
    'curl.php',
    'function_exists("curl_init")',
    ['php-curl'],
    named('fail', 'status', 'body', 'dump', 'print'),
  ),
  php('streams', 'streams.php', 'true', [], named('plain', 'body')),
  php(
    'guzzle',
    'guzzle.php',
    'file_exists("/usr/share/php/GuzzleHttp/autoload.php")',
    ['php-guzzlehttp-guzzle'],
    named('uncaught', 'message', 'body'),
  ),
  debian(
    'LWP (Perl)',
    'lwp.pl',
    ['perl'],
    ['perl', '-MLWP::UserAgent', '-e', '1'],
    ['libwww-perl'],
    named('status', 'response', 'body'),
  ),
  debian(
    'HTTP::Tiny (Perl)',
    'http-tiny.pl',
    ['perl'],
    ['perl', '-MHTTP::Tiny', '-e', '1'],
    ['perl'],
    named('status', 'response', 'body'),
  ),
  debian(
    'net/http (Go)',
    'net-http.go',
    ['go', 'run'],
    ['go', 'version'],
    ['golang-go'],
    named('status', 'body', 'panic', 'response'),
  ),
  debian(
    'httr (R)',
    'httr.r',
    ['Rscript'],
    ['Rscript', '-e', 'library(httr)'],
    ['r-base-core', 'r-cran-httr'],
    named('uncaught', 'warn', 'object', 'body', 'parsed'),
  ),
  debian(
    'httr2 (R)',
    'httr2.r',
    ['Rscript'],
    ['Rscript', '-e', 'library(httr2)'],
    ['r-base-core', 'r-cran-httr2'],
    named('uncaught', 'body', 'reason'),
  ),
  debian(
    'socket.http (Lua)',
    'socket.lua',
    ['lua5.4'],
    ['lua5.4', '-e', 'require("socket.http")'],
    ['lua5.4', 'lua-socket'],
    named('status', 'body'),
  ),
  debian('http (Tcl)', 'http.tcl', ['tclsh'], ['tclsh', '/dev/null'], ['tcl'], named('status', 'body')),
  debian(
    'HttpClient (Java)',
    'http-client.java',
    ['java'],
    ['javac', '-version'],
    ['openjdk-17-jdk-headless'],
    named('stream', 'object', 'status', 'body'),
  ),
];

export const CLIENTS: readonly Client[] = [...NPM, ...SHELL, ...LANGUAGES];
