/** `can-i`: whether a key can use models. The exit status is the answer. */
import { ok, type Result } from '../../shared/base/result';
import type { Observation } from '../../shared/observations/observation';
import { findSecrets } from '../../shared/redaction/redact';
import { redacted } from '../../shared/report/redacted';
import type { AskOptions } from '../cli/ask-options';
import type { CliIo, Talk } from '../cli/io';
import { type ExitStatus, STATUS } from '../cli/status';
import { printed } from '../cli/terminal/print-document';
import { tell } from '../cli/trouble';
import { answerJson, answersDocument } from './answer-text';
import { answerOf, worstOf } from './answer-word';
import { type CanIAnswer, listIn } from './can-i';
import { agreedTo } from './consent';
import { type GivenKey, givenKey } from './given-key';
import { openAskingSession } from './session';

export async function canICommand(
  models: readonly string[],
  options: AskOptions,
  io: CliIo,
  talk: Talk,
): Promise<ExitStatus> {
  const named = options.folder === undefined ? ok([]) : await modelsOf(options.folder, io);
  if (!named.ok)
    return tell(`cli.trouble.${named.error}`, { file: options.folder ?? '' }, 'obstacle', io, talk);
  const names = [...new Set([...models, ...named.value])];
  if (names.length === 0 && options.folder !== undefined)
    return tell('cli.ask.noneNamed', {}, 'unclear', io, talk);
  if (names.length === 0) return tell('cli.ask.noModel', {}, 'wrong_use', io, talk);
  if (names.some((name) => findSecrets(name).length > 0))
    return tell('cli.ask.secretName', {}, 'wrong_use', io, talk);
  const agreed = options.real === true ? await agreedTo(names, options, io, talk) : 'free';
  if (agreed === 'unasked') return tell('cli.ask.needsYes', {}, 'wrong_use', io, talk);
  if (agreed === 'no') return tell('cli.ask.notAgreed', {}, 'stopped', io, talk);
  const given = await givenKey(options, io);
  if (!given.ok) {
    const { say, values, why, status } = given.error;
    const reason = why === undefined ? {} : { why: talk.say(`errors.${why.code}`, why.values) };
    return tell(say, { ...values, ...reason }, status, io, talk);
  }
  try {
    if (given.value.knowsItsHome) tell('cli.ask.knowsItsHome', {}, 'yes', io, talk);
    return await askAll(names, given.value, { ...options, real: agreed === 'yes' }, io, talk);
  } finally {
    io.progress(null);
    await given.value.close();
  }
}

/** What stands in the files of a program, wherever it is used. */
async function modelsOf(
  folder: string,
  io: CliIo,
): Promise<Result<readonly string[], 'noFolder' | 'notFolder'>> {
  // Its parser of YAML is as large as all the rest.
  const { examineFolder } = await import('../cli/examine-folder');
  const read = await examineFolder(folder, null, io);
  return read.ok ? ok(read.value.found.models.map(({ model }) => model)) : read;
}

async function askAll(
  names: readonly string[],
  { key }: GivenKey,
  options: Pick<AskOptions, 'endpoint' | 'json'> & { readonly real: boolean },
  io: CliIo,
  talk: Talk,
): Promise<ExitStatus> {
  const { asker, gate } = await openAskingSession(io.env);
  const answers: CanIAnswer[] = [];
  let list: Observation | undefined;
  for (const model of names) {
    io.progress(talk.say('cli.ask.progress', { model }));
    const request = {
      key,
      model,
      real: options.real,
      overChat: options.endpoint === 'chat',
      signal: io.stop,
    };
    const answer = await asker.ask({ ...request, ...(list === undefined ? {} : { list }) });
    io.progress(null);
    if (io.stop.aborted) return tell('cli.ask.stopped', {}, 'stopped', io, talk);
    if (answer.failure !== null) {
      const why = talk.say(`errors.${answer.failure.code}`, answer.failure.values);
      return tell('cli.ask.badKey', { why }, 'obstacle', io, talk);
    }
    answers.push(answer);
    list ??= listIn(answer.evidence);
  }
  const words = answers.map(({ verdict }) => answerOf(verdict));
  const text =
    options.json === true
      ? `${JSON.stringify(answerJson(key.summary, answers, talk.say), null, 2)}\n`
      : printed(redacted(answersDocument(key.summary, answers, talk.say)), io.screen);
  io.writeOut(gate.textForOthers(text));
  return STATUS[worstOf(words)];
}
