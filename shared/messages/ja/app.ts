import type { app as english } from '../en/app';
import type { Messages } from '../shape';

export const app: Messages<typeof english> = {};
