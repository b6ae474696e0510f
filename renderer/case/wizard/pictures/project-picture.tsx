import { shortenId } from '../../../text/format';
import { useText } from '../../../text/use-text';
import { Blank, Browser, Label, type PictureProps, Ring } from './browser';

export function ProjectPicture({ project, ...props }: PictureProps & { readonly project: string | null }) {
  const { say } = useText();
  const id = shortenId(project ?? 'proj_…', 20);
  return (
    <Browser {...props} path={`/settings/${id}/…`}>
      <rect
        x="16"
        y="50"
        width="252"
        height="28"
        rx="8"
        fill="var(--doctor-sunken)"
        stroke="var(--doctor-border)"
      />
      <Label x={28} y={68}>
        {say('wizard.picture.organization')}
      </Label>
      <Label x={152} y={68} faint>
        /
      </Label>
      <Label x={164} y={68} bold>
        {say('wizard.picture.project')}
      </Label>
      <path d="M252 62l4 4 4-4" fill="none" stroke="var(--mantine-color-dimmed)" strokeWidth="1.6" />
      <rect
        x="136"
        y="86"
        width="190"
        height="110"
        rx="10"
        fill="var(--doctor-surface)"
        stroke="var(--doctor-border)"
        strokeWidth="1.4"
      />
      <Label x={150} y={108} faint>
        {say('wizard.picture.otherProject')}
      </Label>
      <rect x="144" y="120" width="174" height="38" rx="7" fill="var(--doctor-accent-soft)" />
      <Label x={154} y={136} bold>
        {say('wizard.picture.project')}
      </Label>
      <Label x={154} y={151} size={10} faint>
        {id}
      </Label>
      <Blank x={150} y={174} width={90} height={8} />
      <Ring x={148} y={124} width={166} height={30} />
      <Blank x={16} y={96} width={92} height={8} />
      <Blank x={16} y={116} width={74} height={8} />
      <Blank x={16} y={136} width={86} height={8} />
      <Blank x={16} y={156} width={60} height={8} />
      <Blank x={136} y={218} width={250} height={8} />
      <Blank x={136} y={236} width={190} height={8} />
    </Browser>
  );
}
