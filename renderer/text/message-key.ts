export type { MessageKey, MessageValues, Say } from '../../shared/messages/say';
