import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { CaseView } from '../../shared/case/views';
import { useText } from '../text/use-text';
import { CallAlert, Notice } from '../ui/notice';
import { useAdminOffer, useInspect } from './queries';

/** Where a stored admin key can turn the guess into a fact; draws nothing elsewhere. */
export function SettleCard({ view }: { readonly view: CaseView }) {
  const { say } = useText();
  const key = useAdminOffer(view.id).data?.key ?? null;
  const inspect = useInspect();
  const read = view.evidence.some((item) => item.kind === 'policy');
  const { outcome } = view.verdict;
  if (key === null || read || outcome === 'open' || outcome === 'not_an_error') return null;
  return (
    <Notice
      tone="info"
      title={say('admin.settle.title')}
      actions={
        <Button
          size="xs"
          leftSection={<IconShieldCheck size={16} />}
          loading={inspect.isPending}
          onClick={() => inspect.mutate(view.id)}
        >
          {say('admin.settle.action')}
        </Button>
      }
    >
      {say('admin.settle.lead', { key: key.label })}
      <CallAlert error={inspect.error} onClose={inspect.reset} />
    </Notice>
  );
}
