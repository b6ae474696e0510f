import type { errors as english } from '../en/errors';
import type { Messages } from '../shape';

export const errors: Messages<typeof english> = {};
