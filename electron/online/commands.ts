/** The commands that send something, or that others can send something to. */
import type { OnlineCommands } from '../cli/ask-options';
import { canICommand } from './can-i-command';
import { practiceCommand } from './practice-command';

export const onlineCommands: OnlineCommands = {
  canI: canICommand,
  practice: practiceCommand,
  // The protocol's library is large, and no other command needs it.
  mcp: async (io, talk) => (await import('./mcp-command')).mcpCommand(io, talk),
};
