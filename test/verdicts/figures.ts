/** Plays every world and prints how many of the checks came out right, by kind. Started by `build/eval-verdicts.mjs`. */
import { type Finding, play } from './play';
import { WORLDS } from './worlds';

const findings: Finding[] = [];
for (const world of WORLDS) findings.push(...(await play(world)));

const out = (line: string) => process.stdout.write(`${line}\n`);
const isRight = ({ wrong }: Finding) => wrong.length === 0;
for (const { world, step, wrong, certain } of findings.filter((finding) => !isRight(finding)))
  out(`WRONG${certain ? ' AND CERTAIN' : ''}  ${world.kind} · ${world.name} · ${step}: ${wrong.join('; ')}`);

out('');
const kinds = [...new Set(WORLDS.map(({ kind }) => kind)), 'agreement of case and matrix'];
for (const kind of kinds) {
  const own = findings.filter(({ world, step }) =>
    step === 'agreement' ? kind === 'agreement of case and matrix' : world.kind === kind,
  );
  const right = own.filter(isRight).length;
  out(`${kind.padEnd(34)} ${String(right).padStart(4)} right of ${own.length}`);
}
const right = findings.filter(isRight).length;
const certain = findings.filter((finding) => finding.certain).length;
out(`\n${WORLDS.length} worlds, ${findings.length} checks: ${right} right, ${certain} certain and wrong`);
process.exitCode = right === findings.length ? 0 : 1;
