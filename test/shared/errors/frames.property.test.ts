import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import { TABLE } from '../../../shared/errors/table';
import { DAMAGES } from './damage';

/** Ways in which programs and people hand a report on; each may stand within another. */
const WRAPPERS: readonly ((text: string) => string)[] = [
  // A text cut at a terminal's edge has lost its colour codes, so that these two never meet.
  ...DAMAGES.filter(({ name }) => !/colour/.test(name)).map(({ apply }) => apply),
  (text) => `event: error\ndata: ${text}\n\n`,
  (text) => `<fault><detail>${text}</detail></fault>`,
  (text) => `worker-3,"${text.replaceAll('"', '""')}",done`,
  (text) => text.replaceAll('"', '&amp;quot;').replaceAll("'", '&amp;#39;'),
  (text) => text.replace(/^/gm, '> > '),
  (text) => `${text}\n    at run (/srv/app/job.js:12:7)\n    at process (/srv/app/main.js:40:3)`,
];

/** How people of each language put a report before others, with a question behind it. */
const FRAMES: readonly (readonly [string, string, string])[] = [
  ['English', 'Since this morning I get this:', 'What does it mean? For example, is it the card?'],
  ['Japanese', '今朝から次のエラーが出ます。', 'どういう意味でしょうか。例えば支払いの問題でしょうか。'],
  ['Chinese', '今天早上开始报错:', '这是什么意思?如果有人知道,请告诉我。'],
  ['Korean', '오늘 아침부터 오류가 발생했습니다:', '무슨 뜻인가요? 이런 경우 어떻게 하나요?'],
  ['German', 'Seit heute früh bekomme ich das:', 'Was bedeutet das? Wenn Sie es wissen, danke!'],
  ['French', 'Depuis ce matin j’obtiens :', 'Que signifie ce message ? Si vous savez, merci.'],
  ['Spanish', 'Desde esta mañana me sale esto:', '¿Qué significa? Por ejemplo, ¿es la tarjeta?'],
  ['Portuguese', 'Desde hoje cedo recebo isto:', 'O que significa? Se você souber, obrigado.'],
  ['Russian', 'С утра получаю:', 'Что это означает? Если вы знаете, подскажите.'],
];

const REPORTS = TABLE.filter(
  ({ vendor, strength }) => vendor === undefined && strength === 'sentence',
).flatMap(({ id, cause, samples }) => samples.map((text) => ({ id, cause, text })));
const report = fc.constantFrom(...REPORTS);

describe('a known report', () => {
  it('keeps its cause within two wrappers, and is never certain of another', () => {
    fc.assert(
      fc.property(
        report,
        fc.array(fc.constantFrom(...WRAPPERS), { minLength: 1, maxLength: 2 }),
        ({ cause, text }, wrappers) => {
          const reading = readError(wrappers.reduce((inner, wrap) => wrap(inner), text));
          if (reading.cause !== cause) expect(reading.confidence).not.toBe('certain');
          expect(reading.cause).toBe(cause);
        },
      ),
      { numRuns: 2_500 },
    );
  });

  it.each([
    [
      'project_lacks_model',
      '>     The project does not have access to o3-mini (model\n>     _not_found) openai',
    ],
    ['model_missing_or_no_access', 'Your OpenAI API key does not have access to gpt\n-5.5. Choose another.'],
    ['model_missing_or_no_access', '> This OpenAI account does not have access to o\n3-pro yet.'],
  ])('is whole again where one cut went through a name: %s', (cause, text) => {
    expect(readError(text).cause).toBe(cause);
  });

  it.each(FRAMES)('keeps its cause in %s, advice and questions round it', (_language, before, after) => {
    const lost = REPORTS.filter(
      ({ text, cause }) => readError(`${before}\n${text}\n\n${after}`).cause !== cause,
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('keeps its cause in a frame within a wrapper', () => {
    fc.assert(
      fc.property(
        report,
        fc.constantFrom(...FRAMES),
        fc.constantFrom(...WRAPPERS),
        ({ cause, text }, frame, wrap) => {
          expect(readError(`${frame[1]}\n${wrap(text)}\n\n${frame[2]}`).cause).toBe(cause);
        },
      ),
      { numRuns: 800 },
    );
  });
});
