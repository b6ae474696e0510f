import type { remedies as english } from '../en/remedies';
import type { Messages } from '../shape';

export const remedies: Messages<typeof english> = {};
