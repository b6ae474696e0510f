import type { keys as english } from '../en/keys';
import type { Messages } from '../shape';

export const keys: Messages<typeof english> = {};
