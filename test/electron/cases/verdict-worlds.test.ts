/** A short form of `npm run eval:verdicts`: some worlds of each kind. */
import { describe, expect, it } from 'vitest';
import { play } from '../../verdicts/play';
import { WORLDS } from '../../verdicts/worlds';

/** Worlds of one kind that are played here, the first of them. */
const OF_A_KIND = 2;

const chosen = WORLDS.filter(
  (world, index) => WORLDS.slice(0, index).filter(({ kind }) => kind === world.kind).length < OF_A_KIND,
);

describe('no step claims more than an invented server allows', () => {
  it.each(chosen.map((world) => [`${world.kind}: ${world.name}`, world] as const))(
    '%s',
    async (_name, world) => {
      const findings = await play(world);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.flatMap(({ step, wrong }) => wrong.map((words) => `${step}: ${words}`))).toEqual([]);
    },
    60_000,
  );
});
