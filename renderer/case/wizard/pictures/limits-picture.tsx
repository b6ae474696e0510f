import { shortenId } from '../../../text/format';
import { useText } from '../../../text/use-text';
import { Blank, Browser, Label, type PictureProps, Ring } from './browser';

export function LimitsPicture({ project, ...props }: PictureProps & { readonly project: string | null }) {
  const { say } = useText();
  return (
    <Browser {...props} path={`/settings/${shortenId(project ?? 'proj_…', 20)}/limits`}>
      <path d="M142 38v233" stroke="var(--doctor-border)" />
      <Label x={18} y={62} size={10} faint bold>
        {say('wizard.picture.sectionOrganization')}
      </Label>
      <Label x={18} y={82}>
        {say('wizard.picture.general')}
      </Label>
      <Label x={18} y={102}>
        {say('wizard.picture.limits')}
      </Label>
      <Label x={62} y={102} bold color="var(--doctor-bad)">
        ✕
      </Label>
      <Label x={18} y={122}>
        {say('wizard.picture.billing')}
      </Label>
      <Label x={18} y={152} size={10} faint bold>
        {say('wizard.picture.sectionProject')}
      </Label>
      <Label x={18} y={172}>
        {say('wizard.picture.general')}
      </Label>
      <Label x={18} y={192}>
        {say('wizard.picture.apiKeys')}
      </Label>
      <rect x="12" y="202" width="116" height="24" rx="6" fill="var(--doctor-accent-soft)" />
      <Label x={18} y={218} bold>
        {say('wizard.picture.limits')}
      </Label>
      <Ring x={14} y={204} width={110} height={20} />
      <Label x={18} y={250}>
        {say('wizard.picture.members')}
      </Label>
      <Label x={162} y={68} size={16} bold>
        {say('wizard.picture.limits')}
      </Label>
      <Blank x={162} y={80} width={180} height={8} />
      <rect
        x="162"
        y="102"
        width="258"
        height="76"
        rx="9"
        fill="var(--doctor-sunken)"
        stroke="var(--doctor-border)"
      />
      <Label x={174} y={122} bold>
        {say('wizard.picture.modelUsage')}
      </Label>
      <Blank x={174} y={134} width={150} height={8} />
      <Blank x={174} y={152} width={118} height={8} />
      <rect
        x="162"
        y="190"
        width="258"
        height="60"
        rx="9"
        fill="var(--doctor-sunken)"
        stroke="var(--doctor-border)"
      />
      <Label x={174} y={210} faint>
        {say('wizard.picture.spendLimit')}
      </Label>
      <Blank x={174} y={222} width={110} height={8} />
    </Browser>
  );
}
