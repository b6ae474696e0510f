import { useText } from '../../../text/use-text';
import { Area, Blank, ButtonBox, Label } from './browser';

export const SEEN = ['allowed', 'blocked', 'no_list', 'cannot_edit'] as const;
export type ListSeen = (typeof SEEN)[number];

const HEADINGS = {
  allowed: 'allowedModels',
  cannot_edit: 'allowedModels',
  blocked: 'blockedModels',
} as const;

/** What Model usage looks like in each case; the words beside it say the same. */
export function ListSketch({ seen }: { readonly seen: ListSeen }) {
  const { say } = useText();
  return (
    <svg viewBox="0 0 200 76" width="100%" aria-hidden fontFamily="inherit">
      <Area x={1} y={1} width={198} height={74} />
      <Label x={12} y={19} size={13} bold>
        {say('wizard.picture.modelUsage')}
      </Label>
      {seen === 'no_list' ? (
        <Blank x={12} y={34} width={120} height={8} />
      ) : (
        <>
          <Label x={12} y={43} size={13}>
            {say(`wizard.picture.${HEADINGS[seen]}`)}
          </Label>
          {seen !== 'cannot_edit' && (
            <ButtonBox x={150} y={27} width={40} height={22} text={say('wizard.picture.edit')} />
          )}
          <Blank x={12} y={54} width={52} height={10} />
          <Blank x={72} y={54} width={66} height={10} />
        </>
      )}
    </svg>
  );
}
