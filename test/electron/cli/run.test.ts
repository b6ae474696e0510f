import { describe, expect, it } from 'vitest';
import { linesOf, run, USAGE } from '../../../electron/cli/run';

const REFUSED =
  "Error code: 403 - {'error': {'message': 'Project `proj_Ab12` does not have access to model `gpt-5.5`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}";

async function* pieces(...texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

async function call(argv: readonly string[], ...input: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await run(argv, {
    input: pieces(...input),
    writeOut: (text) => out.push(text),
    writeError: (text) => errors.push(text),
  });
  return { status, out: out.join(''), errors: errors.join('') };
}

describe('explain', () => {
  it('prints one JSON object on one line', async () => {
    const { status, out, errors } = await call(['explain'], REFUSED.slice(0, 50), REFUSED.slice(50));
    expect({ status, errors, lines: out.split('\n').length }).toEqual({ status: 0, errors: '', lines: 2 });
    expect(JSON.parse(out)).toEqual({
      cause: 'project_lacks_model',
      layer: 'policy',
      confidence: 'certain',
      understood: true,
      model: 'gpt-5.5',
      model_truncated: false,
      project: 'proj_Ab12',
      organization: null,
      request_id: null,
      http_status: 403,
      code: 'model_not_found',
      type: 'invalid_request_error',
      param: null,
      missing_scopes: [],
      retry_after_seconds: null,
      limit: null,
      host: null,
      endpoint: null,
      further_models: [],
      further_projects: [],
      vendor: null,
      wrapper: { sdk: 'openai-python', language: 'python', framework: null, proxy: null },
      rule: 'project-lacks-model',
      sentence: 'Project `proj_Ab12` does not have access to model `gpt-5.5`',
      needed: null,
    });
  });

  it('answers for an empty input', async () => {
    const { status, out } = await call(['explain']);
    expect([status, JSON.parse(out).cause]).toEqual([0, 'not_an_error']);
  });

  it('never prints a key that stands in the text', async () => {
    const key = ['sk', 'proj', 'Ab1'.repeat(20)].join('-');
    const { out } = await call(['explain'], `Incorrect API key provided: ${key}. model: ${key}`);
    expect(out).not.toContain(key.slice(10, 40));
    expect(JSON.parse(out).cause).toBe('key_invalid');
  });
});

describe('explain --jsonl', () => {
  it('answers each line with its id, skips blank lines, and reads a last line without a line break', async () => {
    const input = `${JSON.stringify({ id: 'a', text: REFUSED })}\n\n  \n${JSON.stringify({ id: 7, text: 'hello' })}`;
    const { status, out } = await call(['explain', '--jsonl'], input.slice(0, 30), input.slice(30));
    const answers = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(status).toBe(0);
    expect(answers.map(({ id, cause }) => [id, cause])).toEqual([
      ['a', 'project_lacks_model'],
      [7, 'not_an_error'],
    ]);
  });

  it.each([
    ['no JSON', '{"id": 1, "text": '],
    ['a list', '[1]'],
    ['null', 'null'],
    ['no text', '{"id": 1}'],
    ['a text that is no string', '{"id": 1, "text": 5}'],
    ['an id that is an object', '{"id": {}, "text": "x"}'],
  ])('answers a line with %s by an error, goes on, and ends with status 1', async (_name, bad) => {
    const { status, out, errors } = await call(['explain', '--jsonl'], `${bad}\n{"id":"b","text":"hello"}\n`);
    const answers = out
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(status).toBe(1);
    expect(errors).toBe('');
    expect(answers[0]).toEqual({ id: null, error: expect.any(String) });
    expect(answers[1].id).toBe('b');
  });
});

describe('use', () => {
  it.each([[['--help']], [['-h']], [['explain', '--help']]])('shows its use when asked: %j', async (argv) => {
    expect(await call(argv)).toEqual({ status: 0, out: USAGE, errors: '' });
  });

  it.each([
    [[]],
    [['unexplain']],
    [['explain', '--json']],
    [['explain', 'file.txt']],
    [['explain', '--jsonl', '--jsonl']],
  ])('says on standard error how it is used, with status 2, for %j', async (argv) => {
    const { status, out, errors } = await call(argv, 'text');
    expect([status, out]).toEqual([2, '']);
    expect(errors).toContain(USAGE);
  });
});

describe('lines of a stream', () => {
  it('are whole wherever its pieces end', async () => {
    const text = 'one\ntwo\n\nthree';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const lines: string[] = [];
      for await (const line of linesOf(pieces(text.slice(0, cut), text.slice(cut)))) lines.push(line);
      expect(lines).toEqual(['one', 'two', '', 'three']);
    }
  });
});
