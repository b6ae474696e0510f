/** How a message to an owner is sent on. In a file of its own, since it is needed where no sentence is. */
export const MESSAGE_FORMS = ['email', 'chat', 'ticket'] as const;
export type MessageForm = (typeof MESSAGE_FORMS)[number];
