import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../shared/case/views';
import type { Observation, Sender } from '../../../shared/observations/observation';
import { observed } from '../../../shared/observations/showing';
import {
  CODE_LANGUAGES,
  type CodeRequest,
  requestCode,
  requestOf,
} from '../../../shared/report/request-code';
import { AT, HEADERS, KEY, MODEL } from '../../support/evidence';

const BASE = 'https://api.openai.com/v1';
const SENT: Sender = { host: 'api.openai.com', organization: 'org-Own1', project: 'proj_Own1' };

function test(own: Partial<Observation> = {}): Observation {
  return observed({
    kind: 'probe',
    id: 'one',
    at: AT,
    probe: 'free_probe',
    keyId: KEY,
    model: MODEL,
    control: false,
    endpoint: '/v1/responses',
    sent: SENT,
    durationMs: 1,
    answer: { kind: 'success', status: 200, headers: HEADERS, models: null },
    ...own,
  });
}

function request(model: string | null, ...evidence: CaseView['evidence']): CodeRequest | null {
  return requestOf({ model, keyId: KEY, evidence }, BASE);
}

function whole(model: string, ...evidence: CaseView['evidence']): CodeRequest {
  const found = request(model, ...evidence);
  if (found === null) throw new Error(`There is a small request for ${model}`);
  return found;
}

describe('the request of a case', () => {
  it('goes to the endpoint of the last test, with its headers', () => {
    const body = { model: MODEL, input: 'hi', max_output_tokens: 16, store: false };
    const sentFor = { organization: 'org-Own1', project: 'proj_Own1' };
    expect(request(MODEL, test())).toEqual({ url: `${BASE}/responses`, sentFor, body, form: false });
    const chat = test({ endpoint: '/v1/chat/completions', sent: { ...SENT, organization: null } });
    expect(request(MODEL, test(), chat)).toMatchObject({
      url: `${BASE}/chat/completions`,
      sentFor: { organization: null, project: 'proj_Own1' },
    });
  });

  it('has no header that no test of this key and model had', () => {
    const none = { organization: null, project: null };
    for (const other of [
      test({ keyId: 'other' }),
      test({ model: 'gpt-4o' }),
      test({ control: true }),
      test({ probe: 'list' }),
    ])
      expect(whole(MODEL, other).sentFor).toEqual(none);
    expect(whole(MODEL).sentFor).toEqual(none);
  });

  it('is left out where no small one is sensible, or no model is known', () => {
    expect([request('sora-2'), request('gpt-realtime'), request(null)]).toEqual([null, null, null]);
  });
});

describe('its code', () => {
  it('takes the key from the environment and holds none', () => {
    for (const model of [MODEL, 'gpt-4o-transcribe', 'text-embedding-3-small'])
      for (const language of CODE_LANGUAGES) {
        const code = requestCode(whole(model, test({ model })), language);
        expect(code).toContain('OPENAI_API_KEY');
        expect(code).toContain(model);
        expect(code).not.toMatch(/sk-/);
      }
  });

  it('is ready to run with curl', () => {
    expect(requestCode(whole(MODEL, test()), 'curl')).toBe(`curl 'https://api.openai.com/v1/responses' \\
  -H "Authorization: Bearer $OPENAI_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -H 'OpenAI-Organization: org-Own1' \\
  -H 'OpenAI-Project: proj_Own1' \\
  -d '{"model":"gpt-5.5","input":"hi","max_output_tokens":16,"store":false}'`);
  });

  it('is ready to run with Node', () => {
    expect(
      requestCode(whole(MODEL, test({ sent: { ...SENT, organization: null } })), 'node'),
    ).toBe(`// node request.mjs
const response = await fetch("https://api.openai.com/v1/responses", {
  method: "POST",
  headers: {
    Authorization: \`Bearer \${process.env.OPENAI_API_KEY}\`,
    "Content-Type": "application/json",
    "OpenAI-Project": "proj_Own1",
  },
  body: JSON.stringify({
    "model": "gpt-5.5",
    "input": "hi",
    "max_output_tokens": 16,
    "store": false,
  }),
});
console.log(response.status, (await response.text()).slice(0, 500));`);
  });

  it('is ready to run with Python, whose words for truth are others', () => {
    expect(requestCode(whole(MODEL), 'python')).toBe(`import json, os, urllib.error, urllib.request

body = {
    "model": "gpt-5.5",
    "input": "hi",
    "max_output_tokens": 16,
    "store": False,
}

request = urllib.request.Request(
    "https://api.openai.com/v1/responses",
    data=json.dumps(body).encode(),
    headers={
        "Authorization": "Bearer " + os.environ["OPENAI_API_KEY"],
        "Content-Type": "application/json",
    },
)
try:
    with urllib.request.urlopen(request) as response:
        print(response.status, response.read()[:500])
except urllib.error.HTTPError as error:
    print(error.code, error.read().decode())`);
  });

  it('sends a file where a sound is asked for', () => {
    const sound = whole('gpt-4o-transcribe');
    expect(requestCode(sound, 'curl')).toContain("-F 'model=gpt-4o-transcribe' \\\n  -F 'file=@speech.wav'");
    expect(requestCode(sound, 'node')).toContain(
      'form.set("file", await openAsBlob("speech.wav"), "speech.wav");',
    );
    expect(requestCode(sound, 'python')).toContain('filename="speech.wav"');
  });
});

describe('a model’s name in the code', () => {
  const HOSTILE = `gpt'; touch /tmp/x; "$(id)" \`id\` \\ \u202e\u2028`;

  it('never looks like other code than it is', () => {
    for (const language of CODE_LANGUAGES)
      expect(requestCode(whole(HOSTILE), language)).not.toMatch(/[\u202e\u2028]/);
  });

  it.skipIf(process.platform === 'win32')('stays one argument in a shell', () => {
    const stub = 'curl() { for each in "$@"; do printf "%s\\0" "$each"; done; }';
    const output = execFileSync('sh', ['-c', `${stub}\n${requestCode(whole(HOSTILE), 'curl')}`], {
      env: { OPENAI_API_KEY: 'from-the-environment' },
    }).toString();
    const given = output.split('\0');
    expect(given.slice(0, 3)).toEqual([
      `${BASE}/responses`,
      '-H',
      'Authorization: Bearer from-the-environment',
    ]);
    expect(JSON.parse(given[6] ?? '')).toMatchObject({ model: HOSTILE });
  });
});
