import type { Branch } from '../../../../shared/wizard/wizard';
import { shortenId } from '../../../text/format';
import { useText } from '../../../text/use-text';
import { Browser, ButtonBox, Label, type PictureProps, Ring } from './browser';

interface EditPictureProps extends PictureProps {
  readonly model: string | null;
  readonly branch: Branch | null;
}

const ROWS = { allowed: 104, blocked: 150 } as const;
const EDIT = { x: 352, width: 52, height: 24 } as const;

/** The lists with the right “Edit” ringed, and the wrong one crossed out below. */
export function EditPicture({ model, branch, ...props }: EditPictureProps) {
  const { say } = useText();
  const off = branch === 'cannot_edit';
  const name = shortenId(model ?? 'gpt-…', 24);
  return (
    <Browser {...props} path="/settings/proj_…/limits">
      <rect
        x="18"
        y="50"
        width="404"
        height="138"
        rx="10"
        fill="var(--doctor-sunken)"
        stroke="var(--doctor-border)"
      />
      <Label x={32} y={74} size={14} bold>
        {say('wizard.picture.modelUsage')}
      </Label>
      <ListRow
        y={ROWS.allowed}
        title={say('wizard.picture.allowedModels')}
        entry={branch === 'allowed' ? `+ ${name}` : '–'}
      />
      <ButtonBox
        {...EDIT}
        y={ROWS.allowed - 16}
        text={say('wizard.picture.edit')}
        off={off || branch === 'blocked'}
      />
      <ListRow
        y={ROWS.blocked}
        title={say('wizard.picture.blockedModels')}
        entry={branch === 'blocked' ? `− ${name}` : '–'}
      />
      <ButtonBox
        {...EDIT}
        y={ROWS.blocked - 16}
        text={say('wizard.picture.edit')}
        off={off || branch === 'allowed'}
      />
      {(branch === 'allowed' || branch === 'remove') && <Ring {...EDIT} y={ROWS.allowed - 16} />}
      {branch === 'blocked' && <Ring {...EDIT} y={ROWS.blocked - 16} />}
      {branch === null && (
        <rect
          x="24"
          y="84"
          width="392"
          height="96"
          rx="9"
          fill="none"
          stroke="var(--doctor-accent)"
          strokeWidth="3"
          strokeDasharray="7 5"
        />
      )}
      <rect
        x="18"
        y="200"
        width="404"
        height="56"
        rx="10"
        fill="var(--doctor-sunken)"
        stroke="var(--doctor-border)"
      />
      <Label x={32} y={222} faint>
        {say('wizard.picture.spendLimit')}
      </Label>
      <Label x={32} y={242} size={11} color="var(--doctor-bad)">
        ✕ {say('wizard.picture.notThis')}
      </Label>
      <ButtonBox x={300} y={216} width={104} height={24} text={say('wizard.picture.editSpend')} off />
      <path d="M304 219l96 18" stroke="var(--doctor-bad)" strokeWidth="2.2" strokeLinecap="round" />
    </Browser>
  );
}

function ListRow({
  y,
  title,
  entry,
}: {
  readonly y: number;
  readonly title: string;
  readonly entry: string;
}) {
  return (
    <g>
      <Label x={32} y={y}>
        {title}
      </Label>
      <Label x={32} y={y + 17} size={11} faint>
        {entry}
      </Label>
    </g>
  );
}
