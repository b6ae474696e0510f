import { useText } from '../../../text/use-text';
import { Blank, Browser, ButtonBox, type PictureProps, Ring } from './browser';

/** The console's start page for who is not logged in. */
export function LogInPicture(props: PictureProps) {
  const { say } = useText();
  const button = { x: 342, y: 48, width: 78, height: 28 } as const;
  return (
    <Browser {...props} path="/">
      <path d="M1 86h438" stroke="var(--doctor-border)" />
      <circle cx="30" cy="62" r="9" fill="var(--doctor-open-soft)" stroke="var(--doctor-border)" />
      <Blank x={52} y={58} width={70} height={8} />
      <Blank x={140} y={58} width={52} height={8} />
      <Blank x={210} y={58} width={52} height={8} />
      <ButtonBox {...button} text={say('wizard.picture.logIn')} strong />
      <Ring {...button} />
      <Blank x={30} y={122} width={210} height={16} />
      <Blank x={30} y={150} width={280} height={8} />
      <Blank x={30} y={168} width={250} height={8} />
      <Blank x={30} y={186} width={160} height={8} />
      <Blank x={30} y={216} width={90} height={26} />
    </Browser>
  );
}
