import { Anchor, Text, type TextProps } from '@mantine/core';
import { useNavigation } from '../state/navigation';
import { useKeys } from '../state/queries';
import { useText } from '../text/use-text';
import { keyboard } from '../ui/keyboard';
import { CHOOSER_FIELDS } from './chooser';

interface ObstacleProps extends Pick<TextProps, 'size' | 'mt' | 'mb'> {
  readonly obstacle: 'key' | 'model';
}

/** What a test still needs, and the way to the field for it, wherever on the page that is. */
export function Obstacle({ obstacle, ...look }: ObstacleProps) {
  const { say } = useText();
  const { go } = useNavigation();
  const noKeys = useKeys().data?.length === 0;
  const toKeys = obstacle === 'key' && noKeys;
  const lead = () => {
    if (toKeys) return go({ kind: 'keys' });
    const field = document.getElementById(CHOOSER_FIELDS[obstacle]);
    field?.scrollIntoView({ block: 'center' });
    keyboard.give(field);
  };
  return (
    <Text {...look} c="dimmed">
      {say(`app.case.obstacle.${obstacle}.lead`)}{' '}
      <Anchor component="button" type="button" inherit onClick={lead}>
        {say(toKeys ? 'app.question.addKey' : `app.case.obstacle.${obstacle}.action`)}
      </Anchor>
    </Text>
  );
}
