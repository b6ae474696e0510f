import type { wizard as english } from '../en/wizard';
import type { Messages } from '../shape';

export const wizard: Messages<typeof english> = {};
