/** How a command ends. The words are in `messages/*\/cli`. */

/**
 * One table for all commands. `yes`: done, or the answer is yes. `no`: the answer is no. `wrong_use`: the command was not given as
 * its help says. `unclear`: what is there does not tell. `obstacle`: something that the answer needs cannot be had, such as a
 * file, the network or a key. `stopped`: the person ended it, as shells say that of Ctrl-C.
 */
export const STATUS = { yes: 0, no: 1, wrong_use: 2, unclear: 3, obstacle: 4, stopped: 130 } as const;
export type ExitStatus = (typeof STATUS)[keyof typeof STATUS];
