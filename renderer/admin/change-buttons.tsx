import { Button, Group } from '@mantine/core';
import { useText } from '../text/use-text';
import type { usePreview } from './use-preview';

interface ChangeButtonsProps {
  readonly preview: ReturnType<typeof usePreview>;
  readonly place: { readonly keyId: string; readonly project: string };
  readonly models: readonly string[];
  /** How removing the whole restriction is named here. */
  readonly remove: string;
}

/** The two wishes that a person can have of a project's list; each shows its difference first. */
export function ChangeButtons({ preview, place, models, remove }: ChangeButtonsProps) {
  const { say } = useText();
  return (
    <Group gap={10}>
      <Button
        loading={preview.busy}
        disabled={models.length === 0}
        onClick={() => preview.show({ ...place, wish: { kind: 'let_through', models: [...models] } })}
      >
        {say('admin.change.preview')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        c="var(--doctor-bad)"
        disabled={preview.busy}
        onClick={() => preview.show({ ...place, wish: { kind: 'remove_restriction' } })}
      >
        {remove}
      </Button>
    </Group>
  );
}
