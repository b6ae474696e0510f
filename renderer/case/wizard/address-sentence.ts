import type { Say } from '../../../shared/messages/say';
import { shortenId } from '../../../shared/text/shorten-id';
import type { AddressCheck } from '../../../shared/wizard/console-address';
import type { Tone } from '../../ui/notice';

interface AddressSentence {
  readonly tone: Tone;
  readonly text: string;
}

/** What the address from the browser says about where the person is. */
export function addressSentence(check: AddressCheck, say: Say, practising = false): AddressSentence {
  switch (check.kind) {
    case 'empty':
    case 'not_an_address':
    case 'organization_page':
      return { tone: 'warn', text: say(`wizard.address.result.${check.kind}`) };
    case 'other_site':
      return {
        tone: 'warn',
        text: say(`wizard.address.result.${practising ? 'other_site_practice' : 'other_site'}`, {
          host: check.host,
        }),
      };
    case 'no_project':
      return {
        tone: 'warn',
        text: say('wizard.address.result.no_project', { path: shortenId(check.path, 60) }),
      };
    case 'wrong_project':
      return {
        tone: 'bad',
        text: say('wizard.address.result.wrong_project', { found: check.found, expected: check.expected }),
      };
    case 'other_page':
      return { tone: 'warn', text: say('wizard.address.result.other_page', { project: check.project }) };
    case 'right_project':
      return {
        tone: 'good',
        text: say(`wizard.address.result.${check.limits ? 'right_project_limits' : 'right_project'}`, {
          project: check.project,
        }),
      };
    case 'nothing_to_compare':
      return {
        tone: 'info',
        text: say('wizard.address.result.nothing_to_compare', { project: check.project }),
      };
  }
}
