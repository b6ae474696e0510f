import type { Channel, WindowRequest } from '../../shared/ipc/contract';
import { ask } from '../bridge';
import { useHandOver } from '../state/use-hand-over';

type SecretChannel = Extract<Channel, 'keys:add' | 'keys:rotate' | 'imports:text'>;

export function useSendSecret<C extends SecretChannel>(channel: C) {
  return useHandOver(['keys'], (request: WindowRequest<C>) => ask(channel, request));
}
