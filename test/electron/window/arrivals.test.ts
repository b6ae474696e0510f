import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../electron/base/failure';
import { Arrivals } from '../../../electron/window/arrivals';
import { ok } from '../../../shared/base/result';
import { caseLink, LINK_SCHEME } from '../../../shared/ipc/arrival';
import { inventedKey } from '../../support/secrets';

const SECRET = inventedKey('h4Tq9ZrW2xLmB7yRs3Vd');
const KNOWN_TO_GATE = 'our-gateways-own-word';
const MASK = 'sk-proj-…[redacted]';
const GONE = fail('not_found');
const explain = (text: string) => `${LINK_SCHEME}://explain?text=${encodeURIComponent(text)}`;

let arrivals: Arrivals;
let changes = 0;
beforeEach(() => {
  changes = 0;
  let ids = 0;
  arrivals = new Arrivals({
    newId: () => {
      ids += 1;
      return `arrival-${ids}`;
    },
    clean: (text) => text.replaceAll(KNOWN_TO_GATE, '[redacted]'),
    changed: () => {
      changes += 1;
    },
  });
});
const current = () => arrivals.current((id) => id === 'here');

describe('what came from outside of the window', () => {
  it('is nothing at first', () => {
    expect([current(), changes]).toEqual([null, 0]);
  });

  it('leads to a case that is there, and says of another one that it is not', () => {
    arrivals.link(caseLink('here'));
    expect(current()).toEqual({ id: 'arrival-1', kind: 'case', caseId: 'here' });
    arrivals.link(caseLink('elsewhere'));
    expect(current()).toEqual({ id: 'arrival-2', kind: 'case_gone' });
  });

  it('repeats nothing of a link that is none', () => {
    arrivals.link(`${LINK_SCHEME}://settings?key=${SECRET}`);
    expect(current()).toEqual({ id: 'arrival-1', kind: 'bad_link' });
  });

  it('shows how a text begins, and gives it out once, masked and counted like a paste', async () => {
    arrivals.link(explain(`Error\r\nkey ${SECRET} refused${' word'.repeat(100)}`));
    const masked = `Error\nkey ${MASK} refused${' word'.repeat(100)}`;
    expect(current()).toEqual({
      ...{ id: 'arrival-1', kind: 'text', begins: masked.slice(0, 300), isWhole: false },
    });
    const start = 'Error\nkey '.length;
    expect(await arrivals.take('arrival-1')).toEqual(
      ok({ text: masked, hidden: [{ start, end: start + MASK.length }] }),
    );
    expect([current(), await arrivals.take('arrival-1'), changes]).toEqual([null, GONE, 2]);
  });

  it('takes out what the gate alone knows for a secret', async () => {
    arrivals.link(explain(`key ${KNOWN_TO_GATE} refused`));
    expect(current()).toMatchObject({ begins: 'key [redacted] refused', isWhole: true });
    expect(await arrivals.take('arrival-1')).toEqual(ok({ text: 'key [redacted] refused', hidden: [] }));
  });

  it('is one thing, the newest, and an answer to an older one changes nothing', async () => {
    for (let each = 0; each < 1_000; each += 1) arrivals.link(explain(`text ${each}`));
    arrivals.dismiss('arrival-1');
    expect([await arrivals.take('arrival-999'), current()]).toEqual([
      GONE,
      { id: 'arrival-1000', kind: 'text', begins: 'text 999', isWhole: true },
    ]);
    arrivals.dismiss('arrival-1000');
    expect(current()).toBeNull();
  });

  it('gives out no text of a link to a case', async () => {
    arrivals.link(caseLink('here'));
    expect([await arrivals.take('arrival-1'), current()?.kind]).toEqual([GONE, 'case']);
  });

  it('says nothing of a text on the clipboard until the person wants to read it', async () => {
    let held: string | null = `Error, key ${SECRET}`;
    arrivals.offer(async () => held);
    expect(current()).toEqual({ id: 'arrival-1', kind: 'clipboard' });
    const start = 'Error, key '.length;
    expect(await arrivals.take('arrival-1')).toEqual(
      ok({ text: `Error, key ${MASK}`, hidden: [{ start, end: start + MASK.length }] }),
    );
    held = null;
    arrivals.offer(async () => held);
    expect([await arrivals.take('arrival-2'), current()?.kind]).toEqual([
      fail('clipboard_changed'),
      'clipboard',
    ]);
    arrivals.withdrawOffer();
    expect(current()).toBeNull();
  });

  it('pushes nothing aside that somebody opened, and is pushed aside by it', () => {
    const offer = () => arrivals.offer(async () => 'Error');
    offer();
    arrivals.link(explain('a text'));
    offer();
    arrivals.withdrawOffer();
    expect(current()).toMatchObject({ kind: 'text', begins: 'a text' });
  });
});
