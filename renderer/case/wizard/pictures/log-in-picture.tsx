import { useText } from '../../../text/use-text';
import { Blank, Browser, ButtonBox, type PictureProps, Ring } from './browser';

export function LogInPicture(props: PictureProps) {
  const { say } = useText();
  return (
    <Browser {...props} path="/login">
      <rect
        x="120"
        y="62"
        width="200"
        height="178"
        rx="12"
        fill="var(--doctor-sunken)"
        stroke="var(--doctor-border)"
      />
      <circle cx="220" cy="92" r="13" fill="var(--doctor-open-soft)" stroke="var(--doctor-border)" />
      <Blank x={160} y={116} width={120} height={9} />
      <rect
        x="142"
        y="140"
        width="156"
        height="26"
        rx="7"
        fill="var(--doctor-surface)"
        stroke="var(--doctor-border)"
      />
      <Blank x={152} y={149} width={84} height={8} />
      <ButtonBox x={142} y={182} width={156} height={30} text={say('wizard.picture.logIn')} strong />
      <Ring x={142} y={182} width={156} height={30} />
    </Browser>
  );
}
