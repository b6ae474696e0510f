/** One line of the fault bench, the same for all: what was done to the app, how often, and what that cost. */
export function tellFaults(fault: string, tried: number, cost: string): void {
  process.stdout.write(`faults: ${fault}: ${tried} tried, ${cost}\n`);
}
