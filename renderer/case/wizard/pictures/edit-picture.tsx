import { shortenId } from '../../../text/format';
import { useText } from '../../../text/use-text';
import type { OwnBranch } from '../branch-choice';
import { Area, Browser, ButtonBox, Label, type PictureProps, Ring } from './browser';

interface EditPictureProps extends PictureProps {
  readonly model: string | null;
  readonly branch: OwnBranch;
  /** The list that the page shows; it has one or the other. */
  readonly list: 'allowed' | 'blocked';
}

/** Model usage with the one list that is set: the clicks that change it are numbered. */
export function EditPicture({ model, branch, list, ...props }: EditPictureProps) {
  return (
    <Browser {...props} path="/settings/proj_…/limits">
      <ListPanel list={list} branch={branch} />
      {branch === 'remove' ? <RemoveQuestion /> : <Boxes model={model} ticked={branch === 'allowed'} />}
      <SpendPanel />
    </Browser>
  );
}

function ListPanel({ list, branch }: Pick<EditPictureProps, 'list' | 'branch'>) {
  const { say } = useText();
  const edit = { x: 350, y: 76, width: 56, height: 24 } as const;
  const remove = { x: 156, y: 76, width: 70, height: 24 } as const;
  return (
    <>
      <Area x={18} y={46} width={404} height={64} />
      <Label x={32} y={66} size={13} bold>
        {say('wizard.picture.modelUsage')}
      </Label>
      <Label x={32} y={92}>
        {say(`wizard.picture.${list}Models`)}
      </Label>
      <ButtonBox {...remove} text={say('wizard.picture.remove')} off={branch !== 'remove'} />
      <ButtonBox {...edit} text={say('wizard.picture.edit')} off={branch === 'remove'} />
      {branch === 'remove' ? <Ring {...remove} number={1} /> : <Ring {...edit} number={1} />}
    </>
  );
}

/** What “Edit” opens: a box for each model. */
function Boxes({ model, ticked }: { readonly model: string | null; readonly ticked: boolean }) {
  const { say } = useText();
  const save = { x: 346, y: 176, width: 60, height: 26 } as const;
  return (
    <>
      <Window y={122} height={90} />
      <Box y={138} ticked={!ticked} name="gpt-…" />
      <Box y={176} ticked={ticked} name={shortenId(model ?? 'gpt-…', 26)} strong />
      <Ring x={48} y={177} width={18} height={18} number={2} />
      <ButtonBox {...save} text={say('wizard.picture.save')} strong />
      <Ring {...save} number={3} />
    </>
  );
}

function Window({ y, height }: { readonly y: number; readonly height: number }) {
  return (
    <rect
      x="32"
      y={y}
      width="390"
      height={height}
      rx="10"
      fill="var(--doctor-surface)"
      stroke="var(--mantine-color-dimmed)"
      strokeWidth="1.3"
    />
  );
}

interface BoxProps {
  readonly y: number;
  readonly ticked: boolean;
  readonly name: string;
  readonly strong?: boolean;
}

function Box({ y, ticked, name, strong = false }: BoxProps) {
  return (
    <g opacity={strong ? 1 : 0.5}>
      <rect
        x="49"
        y={y + 2}
        width="16"
        height="16"
        rx="4"
        fill={ticked ? 'var(--mantine-color-text)' : 'var(--doctor-surface)'}
        stroke="var(--mantine-color-dimmed)"
        strokeWidth="1.4"
      />
      {ticked && (
        <path
          d={`M53 ${y + 10}l3 3.4 5.4-6`}
          fill="none"
          stroke="var(--doctor-surface)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      )}
      <Label x={80} y={y + 15} bold={strong}>
        {name}
      </Label>
    </g>
  );
}

/** “Remove” asks before it acts. */
function RemoveQuestion() {
  const { say } = useText();
  const remove = { x: 330, y: 174, width: 76, height: 26 } as const;
  return (
    <>
      <Window y={122} height={90} />
      <Label x={50} y={150} size={13} bold>
        {say('wizard.picture.removeQuestion')}
      </Label>
      <ButtonBox x={242} y={174} width={70} height={26} text={say('wizard.picture.cancel')} />
      <ButtonBox {...remove} text={say('wizard.picture.remove')} strong />
      <Ring {...remove} number={2} />
    </>
  );
}

/** The other “Edit” of this page, which is about money. */
function SpendPanel() {
  const { say } = useText();
  return (
    <>
      <Area x={18} y={224} width={404} height={38} />
      <Label x={32} y={240} size={12} faint>
        {say('wizard.picture.spendLimit')}
      </Label>
      <Label x={32} y={255} size={11.5} color="var(--doctor-bad)">
        ✕ {say('wizard.picture.notThis')}
      </Label>
      <ButtonBox x={290} y={231} width={116} height={24} text={say('wizard.picture.editSpend')} off />
      <path d="M300 234l102 18" stroke="var(--doctor-bad)" strokeWidth="2.2" strokeLinecap="round" />
    </>
  );
}
