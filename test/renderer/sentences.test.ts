import { describe, expect, it } from 'vitest';
import { isProblem } from '../../renderer/keys/vault-banner';
import { ERROR_CODES } from '../../shared/base/error-codes';
import { LANGUAGES } from '../../shared/base/settings';
import { STATEMENTS } from '../../shared/diagnosis/evidence';
import { REASON_CODES, RIVAL_CAUSES } from '../../shared/diagnosis/verdict';
import { CAUSES, NO_FACTS } from '../../shared/errors/reading';
import { KEY_KINDS, VAULT_STATES } from '../../shared/keys/key';
import { MESSAGES } from '../../shared/messages';
import { sayIn } from '../../shared/messages/say';
import type { Plural } from '../../shared/messages/shape';
import { isPlural } from '../../shared/messages/speaker';
import { LAYERS } from '../../shared/observations/layers';
import { NETWORK_FAILURES, PROBES } from '../../shared/observations/observation';
import { LINK_IDS } from '../../shared/remedies/links';
import { REMEDIES } from '../../shared/remedies/remedies';
import { remedySteps } from '../../shared/remedies/remedy-steps';
import { namedFacts } from '../../shared/report/named-facts';
import { BRANCHES, STEPS } from '../../shared/wizard/wizard';

const BACKENDS = ['secret_service', 'macos_keychain', 'windows_credential_manager'] as const;
const CHECKS = [
  'empty',
  'not_an_address',
  'other_site',
  'organization_page',
  'no_project',
  'wrong_project',
  'other_page',
  'right_project',
  'right_project_limits',
  'nothing_to_compare',
] as const;

const over = (names: readonly string[], ...paths: readonly string[]) =>
  names.flatMap((name) => paths.map((path) => path.replace('*', name)));

/** Everything that the main process can name by a code, with the sentences the window needs for it. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'error code': over(ERROR_CODES, 'errors.*'),
  'address check': over(CHECKS, 'wizard.address.result.*'),
  'wizard step': over(STEPS, 'wizard.step.*.name', 'wizard.step.*.todo'),
  'drawn step': over(
    STEPS.filter((step) => step !== 're_verify'),
    'wizard.step.*.different',
  ),
  branch: over(BRANCHES, 'wizard.branch.*.title'),
  cause: over(CAUSES, 'verdict.cause.*.title', 'verdict.cause.*.explanation'),
  layer: over(LAYERS, 'verdict.layer.*.name', 'verdict.layer.*.question'),
  reason: over(REASON_CODES, 'verdict.reason.*'),
  rival: over(RIVAL_CAUSES, 'verdict.rival.*'),
  probe: over(PROBES, 'verdict.test.*', 'app.case.probe.*'),
  'network failure': over(NETWORK_FAILURES, 'app.case.failure.*'),
  statement: over(STATEMENTS, 'app.case.statement.*'),
  'kind of key': over(KEY_KINDS, 'keys.kind.*'),
  'keychain trouble': BACKENDS.flatMap((backend) =>
    over(VAULT_STATES.filter(isProblem), 'keys.vault.problem.*', `keys.vault.remedy.${backend}.*`),
  ),
  page: over(LINK_IDS, 'remedies.link.*'),
};

function sentenceAt(tree: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, name) => (node as Readonly<Record<string, unknown>> | undefined)?.[name], tree);
}

function isSentence(found: unknown): boolean {
  return typeof found === 'string' || isPlural(found as Plural | undefined);
}

describe.each(LANGUAGES)('sentences in %s', (language) => {
  it.each(Object.entries(NEEDED))('exist for every %s', (_what, paths) => {
    const missing = paths.filter((path) => !isSentence(sentenceAt(MESSAGES[language], path)));
    expect(missing).toEqual([]);
  });

  it('say each step of each remedy', () => {
    const say = sayIn(language);
    for (const cause of CAUSES) {
      const steps = remedySteps({ cause, host: 'openai' }).map((key) => say(key));
      expect(steps).toHaveLength(REMEDIES[cause].steps);
      expect(steps.filter((step) => step.startsWith('remedies.'))).toEqual([]);
      const elsewhere = remedySteps({ cause, host: 'other' }).map((key) => say(key));
      expect(elsewhere.filter((step) => step.startsWith('remedies.') || step === '')).toEqual([]);
    }
  });

  it('name every fact that a text can hold', () => {
    const facts = {
      ...NO_FACTS,
      model: 'gpt-5.5',
      project: 'proj_1',
      organization: 'org-1',
      requestId: 'req_1',
      httpStatus: 403,
      code: 'model_not_found',
      type: 'invalid_request_error',
      param: 'model',
      missingScopes: ['model.request'],
      retryAfterSeconds: 2,
      limit: 0,
      host: 'api.openai.com',
      endpoint: '/v1/responses',
      furtherModels: ['gpt-4.1'],
      furtherProjects: ['proj_2'],
    };
    const chips = namedFacts(facts, sayIn(language));
    expect(chips).toHaveLength(Object.keys(NO_FACTS).length - 1);
    expect(chips.filter(({ name }) => name.startsWith('app.'))).toEqual([]);
    expect(chips.find(({ value }) => value === '0')).toBeDefined();
  });
});
