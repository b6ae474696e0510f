import { shortenId } from '../../../text/format';
import { useText } from '../../../text/use-text';
import { Area, Blank, Browser, Label, type PictureProps, Ring, TopBar } from './browser';

/** The settings: the gear that leads to them, and the entry of the left column that leads on. */
export function LimitsPicture({ project, ...props }: PictureProps & { readonly project: string | null }) {
  const { say } = useText();
  return (
    <Browser {...props} path={`/settings/${shortenId(project ?? 'proj_…', 20)}/limits`}>
      <TopBar />
      <Ring x={364} y={48} width={24} height={22} number={1} />
      <path d="M142 80v191" stroke="var(--doctor-border)" />
      <Label x={18} y={102} size={11.5} faint bold>
        {say('wizard.picture.sectionOrganization')}
      </Label>
      <Label x={18} y={122}>
        {say('wizard.picture.general')}
      </Label>
      <Label x={18} y={142}>
        {say('wizard.picture.limits')}
      </Label>
      <Label x={66} y={142} bold color="var(--doctor-bad)">
        ✕
      </Label>
      <Label x={18} y={162}>
        {say('wizard.picture.billing')}
      </Label>
      <Label x={18} y={194} size={11.5} faint bold>
        {say('wizard.picture.sectionProject')}
      </Label>
      <rect x="12" y="204" width="116" height="24" rx="6" fill="var(--doctor-accent-soft)" />
      <Label x={22} y={220} bold>
        {say('wizard.picture.limits')}
      </Label>
      <Ring x={14} y={206} width={110} height={20} number={2} />
      <Label x={18} y={250}>
        {say('wizard.picture.apiKeys')}
      </Label>
      <Label x={162} y={110} size={16} bold>
        {say('wizard.picture.limits')}
      </Label>
      <Area x={162} y={124} width={258} height={72} />
      <Label x={176} y={146} bold>
        {say('wizard.picture.modelUsage')}
      </Label>
      <Blank x={176} y={160} width={150} height={8} />
      <Blank x={176} y={176} width={118} height={8} />
      <Area x={162} y={206} width={258} height={50} />
      <Label x={176} y={228} faint>
        {say('wizard.picture.spendLimit')}
      </Label>
      <Blank x={176} y={238} width={110} height={8} />
    </Browser>
  );
}
