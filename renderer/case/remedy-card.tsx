import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { CaseView } from '../../shared/case/views';
import { hiddenReasonOf } from '../../shared/errors/rules/hidden';
import { isConsolePage, isOrganizationPage, reachableLink } from '../../shared/remedies/links';
import { remedyFor, STATEMENT_OF_CAUSE } from '../../shared/remedies/remedies';
import { remedySteps } from '../../shared/remedies/remedy-steps';
import { useCaseCall, useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { CallAlert } from '../ui/notice';
import { OpenLink } from '../ui/open-link';
import { Section } from '../ui/page';
import styles from './case.module.css';
import { useOutsider } from './outsider';

/** What helps against the cause, where, and who can do it. */
export function RemedyCard({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const outside = useOutsider(view) !== null;
  const { outcome, project, siblings } = view.verdict;
  const remedy = remedyFor(view.verdict);
  if (outcome === 'open' || remedy === null) return null;
  const reachable = remedy.links
    .map((link) => reachableLink(link, project))
    .filter((link) => !outside || !isConsolePage(link));
  return (
    <Section title={say('remedies.heading')} lead={say(`remedies.who.${remedy.who}`)}>
      <ol className={styles['steps']}>
        {remedySteps(view.verdict).map((key) => (
          <li key={key}>{say(key)}</li>
        ))}
      </ol>
      <HiddenReasonLine view={view} />
      {remedy.appliesWithinMinutes !== null && (
        <Text size="sm" c="dimmed" mt={10}>
          {say('remedies.appliesWithin', { minutes: remedy.appliesWithinMinutes })}
        </Text>
      )}
      {siblings.length > 0 && (
        <Text size="sm" mt={10}>
          <strong>{say('app.case.siblings')}:</strong> <span className="mono">{siblings.join(', ')}</span>
          <br />
          <span style={{ color: 'var(--mantine-color-dimmed)' }}>{say('app.case.siblingsLead')}</span>
        </Text>
      )}
      <Statements view={view} />
      {reachable.some(isOrganizationPage) && <WhichOrganization view={view} />}
      {reachable.length > 0 && (
        <Group gap={10} mt={14}>
          {reachable.map((link) => (
            <OpenLink
              key={link}
              variant="default"
              size="xs"
              link={link}
              caseId={view.id}
              label={say(`remedies.link.${link}`)}
            />
          ))}
        </Group>
      )}
    </Section>
  );
}

/** The one change that makes the person's client print the answer. */
function HiddenReasonLine({ view }: { readonly view: CaseView }) {
  const hidden = view.reading === null ? null : hiddenReasonOf(view.reading, view.verdict.cause);
  if (hidden === null) return null;
  return (
    <Text size="sm" mt={10} data-testid="hidden-reason">
      {hidden.client}: <code className="break">{hidden.change}</code>
    </Text>
  );
}

function WhichOrganization({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const key = useKeys().data?.find(({ id }) => id === view.keyId);
  const organization = view.verdict.organization ?? key?.organization ?? null;
  if (organization === null && key === undefined) return null;
  return (
    <Text size="sm" mt={12} className="break" data-testid="which-organization">
      {organization === null
        ? say('remedies.organization.ofKeyUnnamed', { key: key?.label ?? '' })
        : key?.organization === organization
          ? say('remedies.organization.ofKey', { key: key.label, organization })
          : say('remedies.organization.named', { organization })}
    </Text>
  );
}

/** What the person did elsewhere becomes evidence, so that the verdict reckons with a change that is still spreading. */
function Statements({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const state = useCaseCall((doctor) => doctor.cases.state);
  const { cause } = view.verdict;
  const statement = cause === null ? undefined : STATEMENT_OF_CAUSE[cause];
  const said = view.evidence.some((item) => item.kind === 'statement' && item.statement === statement);
  if (statement === undefined || said) return null;
  return (
    <>
      <Button
        mt={14}
        size="xs"
        variant="light"
        leftSection={<IconCheck size={15} />}
        loading={state.isPending}
        onClick={() => state.mutate({ id: view.id, statement })}
      >
        {say(`remedies.done.${statement}`)}
      </Button>
      <CallAlert error={state.error} onClose={state.reset} />
    </>
  );
}
