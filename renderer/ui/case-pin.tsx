import { ActionIcon } from '@mantine/core';
import { IconPin, IconPinnedFilled } from '@tabler/icons-react';
import type { CaseTag } from '../../shared/case/views';
import { useCaseCall } from '../state/queries';
import { useText } from '../text/use-text';

/** Keeps a case at the top of every list, or lets it go again. */
export function CasePin({
  item: { id, name, isPinned },
}: {
  readonly item: CaseTag & { readonly id: string };
}) {
  const { say } = useText();
  const tag = useCaseCall((doctor) => doctor.cases.tag);
  const label = say(isPinned ? 'cases.unpin' : 'cases.pin');
  return (
    <ActionIcon
      variant="subtle"
      {...(isPinned ? {} : { color: 'gray' })}
      size="lg"
      aria-label={label}
      aria-pressed={isPinned}
      title={label}
      onClick={() => tag.mutate({ id, name, isPinned: !isPinned })}
    >
      {isPinned ? <IconPinnedFilled size={18} /> : <IconPin size={18} />}
    </ActionIcon>
  );
}
