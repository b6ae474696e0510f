import type { CaseView } from '../../shared/ipc/views';
import { linkUrl } from '../../shared/remedies/links';
import type { Say } from '../text/message-key';

/**
 * The message for whoever may edit the list: everything they need and nothing that has to stay secret. It always
 * points to OpenAI's own console, since it is read outside this app.
 */
export function ownerMessage(view: CaseView, say: Say): string {
  const { project, organization, requestId } = view.verdict;
  const model = view.verdict.model ?? say('wizard.yourModel');
  const url = linkUrl('project_limits', project);
  const facts = [
    project === null ? null : say('wizard.owner.factProject', { project }),
    say('wizard.owner.factModel', { model }),
    organization === null ? null : say('wizard.owner.factOrganization', { organization }),
    requestId === null ? null : say('wizard.owner.factRequest', { requestId }),
  ].filter((line) => line !== null);
  const clicks = [
    url.ok ? say('wizard.owner.click1', { url: url.value }) : say('wizard.owner.click1NoLink'),
    say('wizard.owner.click2'),
    say('wizard.owner.click3', { model }),
    say('wizard.owner.click4', { model }),
  ].map((click, index) => `${index + 1}. ${click}`);
  return [
    say('wizard.owner.subject', { model }),
    '',
    say('wizard.owner.greeting'),
    '',
    say('wizard.owner.problem', { model }),
    '',
    ...facts.map((line) => `- ${line}`),
    '',
    say('wizard.owner.request'),
    ...clicks,
    '',
    say('wizard.owner.newKey'),
    say('wizard.owner.time'),
    '',
    say('wizard.owner.thanks'),
  ].join('\n');
}
