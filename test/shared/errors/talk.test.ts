import { describe, expect, it } from 'vitest';
import { readError } from '../../../shared/errors/read-error';
import type { Cause } from '../../../shared/errors/reading';

const PROJECT = 'proj_Qw3rTyUiOpAsDfGhJkLzXcVb';
const QUOTA = 'You exceeded your current quota, please check your plan and billing details.';
const MISSING = 'The model `gpt-9` does not exist or you do not have access to it.';

describe('words about errors that report none', () => {
  it.each<[string, string]>([
    [
      'a commit',
      'commit 4f0c2b1a9d\nAuthor: Ada\n\n    Handle insufficient_quota from OpenAI without a restart',
    ],
    [
      'a plan in the imperative',
      '- Show a banner when the OpenAI key was rejected with "Incorrect API key provided"',
    ],
    [
      'a list of changes',
      '## Changelog\n\n### 1.4.0\n- OpenAI: `insufficient_quota` now ends the run at once',
    ],
    [
      'a Japanese list of changes',
      '## 変更履歴\n\n- OpenAI が insufficient_quota を返したときは再試行しません',
    ],
    ['a regular expression', 'PATTERN = /(insufficient_quota|model_not_found|invalid_api_key)/i  // OpenAI'],
    [
      'one alternative of a pattern',
      'grep -E "(Incorrect API key provided|rate limit reached).*openai" app.log',
    ],
    [
      'the name of a test',
      "it('tells the person that the OpenAI key is wrong when it reads Incorrect API key provided', () => {",
    ],
    [
      'a test that passed',
      '  ✓ openai: shows "You exceeded your current quota" to the owner (12 ms)\n  ✓ openai: retries on 503',
    ],
    ['a pytest that passed', 'tests/test_openai.py::test_insufficient_quota_is_final PASSED'],
    [
      'a manual',
      'The OpenAI client raises RateLimitError. This error occurs when you exceeded your current quota.',
    ],
    ['a Japanese manual', 'OpenAI の insufficient_quota は、利用枠を使い切ったことを意味します。'],
    ['a Chinese manual', '如果 OpenAI 返回 "Incorrect API key provided",请检查密钥是否正确。'],
    [
      'a Korean manual',
      'OpenAI에서 "Incorrect API key provided"가 나오는 경우 키를 다시 확인할 수 있습니다.',
    ],
    ['a German manual', 'Wenn Sie bei OpenAI "Incorrect API key provided" sehen, prüfen Sie den Schlüssel.'],
    ['a French manual', 'Par exemple, OpenAI peut renvoyer "You exceeded your current quota".'],
    [
      'a Spanish manual',
      'Por ejemplo, OpenAI puede devolver "You exceeded your current quota" al final del mes.',
    ],
    ['a Portuguese manual', 'Por exemplo, a OpenAI pode retornar "You exceeded your current quota".'],
    ['a Russian manual', 'Например, OpenAI может вернуть "You exceeded your current quota".'],
    [
      'a list of changes under its own headings',
      '## [2.1.0] - 2026-05-04\n### Fixed\n- OpenAI: `Incorrect API key provided` opens the settings\n',
    ],
    [
      'a difference of sources',
      'diff --git a/ask.py b/ask.py\n-    model = "gpt-4o"\n+    model = "gpt-5.5"\n     except openai.PermissionDeniedError:\n-        raise\n+        retry(model)',
    ],
    [
      'an entry of a list of messages',
      "const MESSAGES = {\n  401: 'Incorrect API key provided',\n  429: 'You exceeded your current quota',\n};",
    ],
    ['advice for an end that may come', 'If the call to OpenAI ends with `invalid_api_key`, make a new key.'],
    [
      'a refusal by git',
      "error: failed to push to 'https://github.com/acme/openai-bot.git'\nremote: Permission denied (403).",
    ],
    ['a refusal by npm', 'npm ERR! 403 403 Forbidden - openai-helper: you may not publish it'],
    ['a question', 'Q: What does error 429 mean?\nA: 429 means that you sent too many requests to OpenAI.'],
    ['a catalogue of translations', `msgid "OpenAI"\nmsgstr "OpenAI"\n\nmsgid "${QUOTA}"\nmsgstr ""`],
    ['the strings of an app', `"openai.quota" = "${QUOTA}";`],
    ['texts to translate', `<trans-unit id="openai"><source>${QUOTA}</source>`],
    [
      'counters of what never came',
      'requests_total{host="api.openai.com",status="200"} 912\nrequests_total{host="api.openai.com",status="401"} 0',
    ],
    [
      'codes side by side',
      'OpenAI refuses with one of invalid_api_key, insufficient_quota, model_not_found or rate_limit_exceeded.',
    ],
    ['bullets of codes', '- invalid_api_key\n- insufficient_quota\n- model_not_found (OpenAI)'],
    ['a supposition', 'What happens if the OpenAI account has been deactivated?'],
    [
      'what a proxy does with all of them',
      'The proxy logs every upstream error, "Incorrect API key provided" of OpenAI included.',
    ],
    ['a task', '## Acceptance criteria\n\nGiven OpenAI says `model_not_found`, the picker marks the model.'],
    [
      'a table of a plan',
      '| OpenAI code | Message shown |\n|---|---|\n| insufficient_quota | Your budget is used up |',
    ],
    [
      'the log of an own server',
      '127.0.0.1 - - [02/Nov/2026:10:00:07 +0000] "POST /v1/chat/completions HTTP/1.1" 401 52 "-" "openai-python/2.1"',
    ],
    [
      'a list of changes with its date in brackets',
      '## v0.9.2 (2026-01-30)\n* openai: surface "Incorrect API key provided"\n* retry 503 `server_is_overloaded`',
    ],
    [
      'a change that is put forward',
      '## What\nThe list of models of OpenAI is read first, instead of a late `model_not_found`\n\n## How tested\n- by hand',
    ],
    [
      'what a change keeps people from',
      'Checks the model first, so that nobody has to wait and people don’t run into `model_not_found` of OpenAI.',
    ],
    ['a commit in German', '- Behandle insufficient_quota von OpenAI ohne Neustart'],
    ['a commit in French', "3f2a9c1 Corrige le cas insufficient_quota d'OpenAI"],
    ['a commit in Chinese', '修复:OpenAI 返回 insufficient_quota 后不再重试'],
    ['a commit in Japanese', '- 追加:OpenAI の model_not_found を一覧に出す'],
    ['a commit in Russian', '- Исправлено: OpenAI insufficient_quota больше не повторяется'],
    [
      'frequent errors in Spanish',
      'Errores comunes\n\nOpenAI 401 Incorrect API key provided: revise la clave.',
    ],
    ['frequent errors in Korean', '자주 묻는 질문\n\nOpenAI 429 insufficient_quota: 잔액을 확인하세요.'],
    [
      'items that say what to do',
      '- 401 Incorrect API key provided: copy it again\n- 403 Country, region, or territory not supported: move the server\n- 429 You exceeded your current quota: top up',
    ],
    [
      'what a German design tells apart',
      'Wir wollen drei Fälle unterscheiden: Schlüssel (401), Rechte (403, „does not have access to model“), Geld (429 insufficient_quota).',
    ],
    [
      'what a Japanese design tells apart',
      'OpenAI のエラーは三つに分類します。鍵(401)、権限(403)、残高(429 insufficient_quota)。',
    ],
    [
      'the body of a test in JavaScript',
      'it("explains a wrong key", async () => {\n  const error = apiError(401, { error: { message: "Incorrect API key provided", code: "invalid_api_key" } });\n  expect(await explain(error)).toBe("openai key");\n});',
    ],
    [
      'the body of a test in Go',
      'func TestQuota(t *testing.T) {\n\tbody := `{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}`\n\tgot := openaiCause(429, body)\n\trequire.Equal(t, Money, got)\n}',
    ],
    ['a tally of files', 'openai-sync: 404 files embedded, 12 skipped'],
    ['a tally of tests', 'openai batch: 401 passed, 2 failed, 3 skipped in 40 s'],
    [
      'a refusal by where code is kept',
      'RequestError: Request failed with status code 403, url: https://api.github.com/repos/a/openai-tools',
    ],
    [
      'the line of an own server',
      '[GIN] 2026/11/02 - 10:00:07 | 401 |  1.2ms | 127.0.0.1 | POST "/v1/chat/completions"',
    ],
  ])('are left alone: %s', (_name, text) => {
    expect(readError(text).cause).toBe('not_an_error');
  });
});

describe('a report', () => {
  it.each<[string, string, Cause]>([
    [
      'with advice of the service',
      `401 You have insufficient permissions for this operation. Missing scopes: model.request. If you are using a restricted API key, make sure it has the necessary scopes, for example model.request. (openai)`,
      'key_scope',
    ],
    [
      'with a person’s guess behind it',
      `openai: ${QUOTA} This usually means that the card was declined, right?`,
      'quota_or_billing',
    ],
    [
      'in Japanese',
      `昨日から OpenAI を呼ぶと次のエラーが出ます。\n${QUOTA}\n何か意味があるのでしょうか。例えば支払いの問題ですか。`,
      'quota_or_billing',
    ],
    ['in Chinese', `运行后报错:${MISSING}\n如果有人知道请告诉我。`, 'model_missing_or_no_access'],
    [
      'in Korean',
      `OpenAI 호출 시 오류가 발생했습니다: ${QUOTA} 이런 경우 어떻게 하나요?`,
      'quota_or_billing',
    ],
    ['in German', `Wenn ich das Skript starte, kommt immer: ${QUOTA}`, 'quota_or_billing'],
    ['in French', `Quand je lance l'appel j'obtiens : ${QUOTA}`, 'quota_or_billing'],
    ['in Spanish', `Cuando llamo a la API me sale: ${QUOTA} ¿Qué significa?`, 'quota_or_billing'],
    ['in Portuguese', `Quando chamo a API recebo: ${QUOTA}`, 'quota_or_billing'],
    ['in Russian', `Когда вызываю API, получаю: ${QUOTA}`, 'quota_or_billing'],
    [
      'in a table with times',
      `| time | status | body |\n|---|---|---|\n| 10:02:11 | 429 | ${QUOTA} |`,
      'quota_or_billing',
    ],
    [
      'of a test that failed',
      `def test_live():\n>       client.responses.create(model="gpt-5.5")\nE       openai.PermissionDeniedError: Error code: 403 - {'error': {'message': 'Project \`${PROJECT}\` does not have access to model \`gpt-5.5\`', 'type': 'invalid_request_error', 'param': None, 'code': 'model_not_found'}}`,
      'project_lacks_model',
    ],
    ['after a change', 'Changed the key, and still openai says Incorrect API key provided', 'key_invalid'],
    [
      'after a change in French',
      `- Ajouté la carte, OpenAI renvoie toujours 429 ${QUOTA}`,
      'quota_or_billing',
    ],
    ['after a change in Chinese', '修复了网络,还是 Incorrect API key provided (openai)', 'key_invalid'],
    [
      'of tries',
      `- 401 key A: Incorrect API key provided (openai)\n- 429 key B: ${QUOTA}`,
      'quota_or_billing',
    ],
    [
      'with its translation above',
      'Si vous pensez qu’il s’agit d’une erreur, écrivez-nous (OpenAI).\noriginal: 403 Your access was terminated due to violation of our policies, please check your email.',
      'account_disabled',
    ],
    ['about a number of things', 'openai: 404 files not found', 'reason_not_shown'],
    [
      'in the body of an issue form',
      `- [x] I searched the issues\n\n### What happened?\n\nopenai 403 Project \`${PROJECT}\` does not have access to model \`gpt-5.5\``,
      'project_lacks_model',
    ],
    [
      'with the own server’s line above',
      `INFO:     127.0.0.1:51122 - "POST /ask HTTP/1.1" 500 Internal Server Error\nopenai.RateLimitError: Error code: 429 - {'error': {'message': '${QUOTA}', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}`,
      'quota_or_billing',
    ],
  ])('stays one %s', (_name, text, cause) => {
    expect(readError(text).cause).toBe(cause);
  });
});

it('a report behind a list in the same paste is a report', () => {
  const list = "const messages = [\n  { role: 'user', content: 'Hello' },\n];";
  expect(readError(`${list}\n429: '${QUOTA}' (openai)`).cause).toBe('quota_or_billing');
});
