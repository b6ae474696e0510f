import { shortenId } from '../../../text/format';
import { useText } from '../../../text/use-text';
import { Blank, Browser, Label, type PictureProps, Ring, TopBar } from './browser';

/** The menu at the top left, open: organizations with their projects. */
export function ProjectPicture({ project, ...props }: PictureProps & { readonly project: string | null }) {
  const { say } = useText();
  const id = shortenId(project ?? 'proj_…', 26);
  return (
    <Browser {...props} path={`/settings/${shortenId(project ?? 'proj_…', 20)}/…`}>
      <TopBar />
      <Ring x={16} y={49} width={240} height={20} number={1} />
      <rect
        x="16"
        y="88"
        width="250"
        height="170"
        rx="10"
        fill="var(--doctor-surface)"
        stroke="var(--doctor-border)"
        strokeWidth="1.4"
      />
      <Label x={30} y={108} size={11.5} faint bold>
        {say('wizard.picture.organization')}
      </Label>
      <Label x={38} y={128}>
        {say('wizard.picture.otherProject')}
      </Label>
      <rect x="26" y="140" width="230" height="38" rx="7" fill="var(--doctor-accent-soft)" />
      <Label x={38} y={156} bold>
        {say('wizard.picture.project')}
      </Label>
      <Label x={38} y={171} size={11.5} faint>
        {id}
      </Label>
      <Ring x={30} y={144} width={222} height={30} number={2} />
      <Label x={30} y={206} size={11.5} faint bold>
        {say('wizard.picture.otherOrganization')}
      </Label>
      <Label x={38} y={226}>
        {say('wizard.picture.otherProject')}
      </Label>
      <Blank x={38} y={240} width={90} height={7} />
      <Blank x={290} y={104} width={120} height={12} />
      <Blank x={290} y={130} width={130} height={8} />
      <Blank x={290} y={148} width={100} height={8} />
      <Blank x={290} y={166} width={118} height={8} />
    </Browser>
  );
}
