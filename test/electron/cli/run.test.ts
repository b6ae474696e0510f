import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../electron/cli/input';
import { REFUSED, runCommand } from './run-command';

describe('explain --json', () => {
  it('prints one JSON object with what the text holds', async () => {
    const { status, out, errors } = await runCommand(
      ['explain', '--json'],
      [REFUSED.slice(0, 50), REFUSED.slice(50)],
    );
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      kind: 'explanation',
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

  it('answers for an empty input, and says with its status that it could not tell', async () => {
    const { status, out } = await runCommand(['explain', '--json']);
    expect([status, JSON.parse(out).cause]).toEqual([3, 'not_an_error']);
  });

  it.each([[[]], [['--json']], [['--jsonl']]])(
    'never prints a key that stands in the text: %j',
    async (options) => {
      const key = ['sk', 'proj', 'Ab1'.repeat(20)].join('-');
      const text = `Incorrect API key provided: ${key}. model: ${key}`;
      const input = options.includes('--jsonl') ? JSON.stringify({ id: 1, text }) : text;
      const { status, out } = await runCommand(['explain', ...options], [input]);
      expect(status).toBe(0);
      expect(out).not.toContain(key.slice(10, 40));
    },
  );
});

describe('explain --jsonl', () => {
  it('answers each line with its id, skips blank lines, and reads a last line without a line break', async () => {
    const input = `${JSON.stringify({ id: 'a', text: REFUSED })}\n\n  \n${JSON.stringify({ id: 7, text: 'hello' })}`;
    const { status, out } = await runCommand(['explain', '--jsonl'], [input.slice(0, 30), input.slice(30)]);
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
    const { status, out, errors } = await runCommand(
      ['explain', '--jsonl'],
      [`${bad}\n{"id":"b","text":"hello"}\n`],
    );
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

describe('lines of a stream', () => {
  async function* cutAt(text: string, at: number): AsyncGenerator<Uint8Array> {
    const bytes = new TextEncoder().encode(text);
    yield bytes.subarray(0, at);
    yield bytes.subarray(at);
  }

  it('are whole wherever its pieces end, also inside of a letter', async () => {
    const text = 'one\n二つ\n\nthree';
    const { length } = new TextEncoder().encode(text);
    for (let cut = 0; cut <= length; cut += 1) {
      const lines: string[] = [];
      for await (const line of linesOf(cutAt(text, cut))) lines.push(line);
      expect(lines).toEqual(['one', '二つ', '', 'three']);
    }
  });
});
