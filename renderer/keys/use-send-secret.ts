import type { Channel, ReplyOf, WindowRequest } from '../../shared/ipc/contract';
import { ask } from '../state/bridge';
import { useHandOver } from '../state/use-hand-over';

type SecretChannel = Extract<Channel, 'keys:add' | 'keys:rotate' | 'imports:text'>;

export function useSendSecret<C extends SecretChannel>(channel: C, onTaken?: (reply: ReplyOf<C>) => void) {
  return useHandOver(['keys'], async (request: WindowRequest<C>) => {
    const reply = await ask(channel, request);
    onTaken?.(reply);
  });
}
