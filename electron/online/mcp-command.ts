/**
 * `mcp`: the same answers for a coding agent, over the Model Context Protocol on standard input and output. An agent names a key
 * by its label and never sees one. Nothing that may be billed is sent: an agent cannot agree to that for a person.
 */
import { once } from 'node:events';
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { judgeText } from '../../shared/diagnosis/judge-text';
import { findSecrets } from '../../shared/redaction/redact';
import { doctorDocument } from '../../shared/report/doctor-document';
import type { Document } from '../../shared/report/document';
import { explanationOf } from '../../shared/report/explanation';
import { MESSAGE_FORMS } from '../../shared/report/message-forms';
import { messageText, ownerMessage } from '../../shared/report/owner-message';
import { redacted } from '../../shared/report/redacted';
import { toMarkdown } from '../../shared/report/to-markdown';
import { doctorJson } from '../cli/doctor-json';
import { examineFolder } from '../cli/examine-folder';
import { explanationJson, type Json, SCHEMA_VERSION } from '../cli/explanation-json';
import type { CliIo, Talk } from '../cli/io';
import { PROGRAM_NAME } from '../cli/program';
import { type ExitStatus, STATUS } from '../cli/status';
import { answerJson, answersDocument } from './answer-text';
import { type GivenKey, givenKey } from './given-key';
import { type AskingSession, openAskingSession } from './session';

/** Longest text that an agent may hand in, in UTF-16 units. */
const LONGEST_TEXT = 1_000_000;

const texts = z.object({
  text: z.string().max(LONGEST_TEXT).describe('The error as it was printed, with what stands around it'),
});
const keyName = z
  .string()
  .max(200)
  .optional()
  .describe(
    'Label or last four characters of a key that the app keeps. Left out: the key of the variable OPENAI_API_KEY. Never a key itself',
  );
const modelName = z.string().min(1).max(200).describe('The model, spelled as the program sends it');

export async function mcpCommand(io: CliIo, talk: Talk): Promise<ExitStatus> {
  const session = await openAskingSession(io.env);
  const handle = serveStdio(() => serverFor(new Tools(io, talk, session), io.version));
  process.stdin.once('end', () => void handle.close());
  await Promise.race([once(io.stop, 'abort'), once(process.stdin, 'close')]);
  await handle.close();
  return STATUS.yes;
}

function serverFor(tools: Tools, version: string): McpServer {
  const server = new McpServer({ name: PROGRAM_NAME, version });
  const offline = { readOnlyHint: true, openWorldHint: false };
  const free = { readOnlyHint: true, openWorldHint: true };
  server.registerTool(
    'explain_error',
    {
      title: 'Explain a refused OpenAI call',
      description:
        'Reads the text of a failed OpenAI API call: which layer refuses, how sure that is, what else it could be, how it is fixed and who can do that. Works offline and costs nothing.',
      inputSchema: texts,
      annotations: offline,
    },
    ({ text }) => tools.explain(text),
  );
  server.registerTool(
    'can_use_model',
    {
      title: 'Ask whether a key can use a model',
      description:
        'Sends the list request and one request that is invalid on purpose. With OpenAI both are free of charge; another host may bill the second, so it is not sent there. Never sends a real request. Nothing is kept.',
      inputSchema: z.object({ model: modelName, key: keyName }),
      annotations: free,
    },
    ({ model, key }, { mcpReq }) => tools.canUse(model, key, mcpReq.signal),
  );
  server.registerTool(
    'list_usable_models',
    {
      title: 'List the models that a key sees',
      description:
        'Sends one list request, which is free of charge. A listed model can still be refused: can_use_model tells.',
      inputSchema: z.object({ key: keyName }),
      annotations: free,
    },
    ({ key }, { mcpReq }) => tools.list(key, mcpReq.signal),
  );
  server.registerTool(
    'owner_message',
    {
      title: 'Write to whoever may change the project',
      description:
        'Makes of an error the message that asks an organization owner for the change, with everything needed and no secret. Works offline and costs nothing; nothing is sent.',
      inputSchema: texts.extend({ form: z.enum(MESSAGE_FORMS).default('chat') }),
      annotations: offline,
    },
    ({ text, form }) => tools.message(text, form),
  );
  server.registerTool(
    'doctor_folder',
    {
      title: 'Say what the program of a folder would really send',
      description:
        'Reads a folder and the variables of this process: which key (its last four characters), organization, project, host and models a program there would send, and which setting shadows which. With the text of an error it says whether the key quoted there is one of those. Works offline, reads only, and costs nothing.',
      inputSchema: z.object({
        folder: z.string().min(1).max(4_000).describe('Path of the folder'),
        error: z.string().max(LONGEST_TEXT).optional().describe('Text of an error that quotes a key'),
      }),
      annotations: offline,
    },
    ({ folder, error }) => tools.doctor(folder, error),
  );
  return server;
}

interface ToolResult {
  readonly [name: string]: unknown;
  readonly content: { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: Record<string, unknown>;
  readonly isError?: boolean;
}

class Tools {
  readonly #io: CliIo;
  readonly #talk: Talk;
  readonly #session: AskingSession;

  constructor(io: CliIo, talk: Talk, session: AskingSession) {
    this.#io = io;
    this.#talk = talk;
    this.#session = session;
  }

  explain(text: string): ToolResult {
    const { say } = this.#talk;
    const judged = judgeText(text, this.#io.today);
    return this.#result(explanationOf(judged, say), explanationJson(judged, say));
  }

  canUse(model: string, key: string | undefined, signal: AbortSignal): Promise<ToolResult> {
    const { say } = this.#talk;
    if (findSecrets(model).length > 0) return Promise.resolve(this.#trouble(say('cli.ask.secretName')));
    return this.#with(key, async ({ key: asked }) => {
      const answer = await this.#session.asker.ask({
        key: asked,
        model,
        real: false,
        overChat: false,
        signal,
      });
      if (answer.failure !== null)
        return this.#trouble(say(`errors.${answer.failure.code}`, answer.failure.values));
      return this.#result(
        answersDocument(asked.summary, [answer], say),
        answerJson(asked.summary, [answer], say),
      );
    });
  }

  list(key: string | undefined, signal: AbortSignal): Promise<ToolResult> {
    const { say } = this.#talk;
    return this.#with(key, async ({ key: asked }) => {
      const { models, verdict, failure } = await this.#session.asker.list(asked, signal);
      if (failure !== null) return this.#trouble(say(`errors.${failure.code}`, failure.values));
      if (models === null) {
        const answer = { model: '', verdict, evidence: [], failure };
        return this.#result(
          answersDocument(asked.summary, [answer], say),
          answerJson(asked.summary, [answer], say),
        );
      }
      const text = {
        title: '',
        lead: [],
        sections: [{ heading: '', blocks: [{ kind: 'list', items: models }] }],
      } as const;
      return this.#result(text, { schemaVersion: SCHEMA_VERSION, kind: 'models', models });
    });
  }

  async doctor(folder: string, error: string | undefined): Promise<ToolResult> {
    const { say } = this.#talk;
    const examined = await examineFolder(folder, error ?? null, this.#io);
    if (!examined.ok) return this.#trouble(say(`cli.trouble.${examined.error}`, { file: folder }));
    const { found, unseen } = examined.value;
    return this.#result(doctorDocument(found, unseen, say), doctorJson(found, unseen));
  }

  message(text: string, form: (typeof MESSAGE_FORMS)[number]): ToolResult {
    const { reading, verdict } = judgeText(text, this.#io.today);
    const createdAt = new Date().toISOString();
    const message = ownerMessage({ verdict, reading, evidence: [], createdAt }, this.#talk.language, form);
    return {
      content: [{ type: 'text', text: this.#session.gate.textForOthers(messageText(message, form)) }],
    };
  }

  async #with(name: string | undefined, use: (given: GivenKey) => Promise<ToolResult>): Promise<ToolResult> {
    const { say } = this.#talk;
    const given = await givenKey(name === undefined ? {} : { key: name }, this.#io);
    if (!given.ok) {
      const { say: sentence, values, why } = given.error;
      const reason = why === undefined ? {} : { why: say(`errors.${why.code}`, why.values) };
      return this.#trouble(say(sentence, { ...values, ...reason }));
    }
    try {
      return await use(given.value);
    } finally {
      await given.value.close();
    }
  }

  #result(document: Document, json: Json): ToolResult {
    const { gate } = this.#session;
    return {
      content: [{ type: 'text', text: gate.textForOthers(toMarkdown(redacted(document))) }],
      structuredContent: { ...gate.value(json) },
    };
  }

  #trouble(sentence: string): ToolResult {
    const text = this.#session.gate.textForOthers(sentence);
    return { content: [{ type: 'text', text }], isError: true };
  }
}
