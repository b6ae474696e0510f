import { ask, type ChooseVerb } from '../state/bridge';
import { useHandOver } from '../state/use-hand-over';

/** For what holds a secret: it is not kept with the other requests. */
export function useSendSecret<Said, Reply>(
  choose: ChooseVerb<Said, Reply>,
  onTaken?: (reply: Reply) => void,
) {
  return useHandOver(['keys'], async (request: Said) => {
    const reply = await ask((doctor) => choose(doctor)(request));
    onTaken?.(reply);
  });
}
