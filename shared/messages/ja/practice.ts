import type { practice as english } from '../en/practice';
import type { Messages } from '../shape';

export const practice: Messages<typeof english> = {};
