import type { verdict as english } from '../en/verdict';
import type { Messages } from '../shape';

export const verdict: Messages<typeof english> = {};
