import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, MAX_LINK } from '../../../electron/schemas/link';
import { caseLink, LINK_SCHEME } from '../../../shared/ipc/arrival';

const ID = 'b0c1d2e3-4f50-4617-8293-a4b5c6d7e8f9';
const read = (address: unknown) => link.safeParse(address).data ?? null;
const explain = (written: string) => `${LINK_SCHEME}://explain?text=${written}`;

describe('a link of the app’s own', () => {
  it.each([
    [caseLink(ID), { kind: 'case', caseId: ID }],
    [`${caseLink(ID)}/`, { kind: 'case', caseId: ID }],
    [`Model-Access-Doctor://case/${ID}`, { kind: 'case', caseId: ID }],
    [explain('Error%20code%3A+403'), { kind: 'explain', text: 'Error code: 403' }],
    [`${LINK_SCHEME}://explain/?text=a`, { kind: 'explain', text: 'a' }],
    [explain('1%2B1%3D2%26x%23y%0Az'), { kind: 'explain', text: '1+1=2&x#y\nz' }],
    [explain('%E6%8B%92%E5%90%A6'), { kind: 'explain', text: '拒否' }],
    [explain(encodeURIComponent(explain('nested'))), { kind: 'explain', text: explain('nested') }],
  ])('%s is taken as %j', (address, expected) => {
    expect(read(address)).toEqual(expected);
  });

  it.each([
    ['another scheme', `https://case/${ID}`],
    ['a scheme that only begins like it', `model-access-doctor-2://case/${ID}`],
    ['no slashes', `${LINK_SCHEME}:case/${ID}`],
    ['another host', `${LINK_SCHEME}://settings`],
    ['a host with a user', `${LINK_SCHEME}://me@case/${ID}`],
    ['a host with a port', `${LINK_SCHEME}://case:80/${ID}`],
    ['a blank before it', ` ${caseLink(ID)}`],
    ['no id', `${LINK_SCHEME}://case/`],
    ['a way out of the folder', `${LINK_SCHEME}://case/..`],
    ['more of a path', `${caseLink(ID)}/wizard`],
    ['a question after an id', `${caseLink(ID)}?probe=real_probe`],
    ['an id that is encoded', `${LINK_SCHEME}://case/%62`],
    ['a longer id than there are', caseLink('a'.repeat(65))],
    ['a link inside of a case link', caseLink(caseLink(ID))],
    ['no text', explain('')],
    ['blanks alone', explain('%20+%0A')],
    ['a NUL', explain('a%00b')],
    ['bad percent-encoding', explain('%E6%8B')],
    ['a lone percent', explain('100%')],
    ['a second value', explain('a&open=1')],
    ['another value before', `${LINK_SCHEME}://explain?open=1&text=a`],
    ['a fragment', explain('a#b')],
    ['a path', `${LINK_SCHEME}://explain/x?text=a`],
    ['a huge one', explain('a'.repeat(5_000_000))],
    ['one unit too many', explain('a'.repeat(MAX_LINK - explain('').length + 1))],
    ['more bytes than units', explain('拒'.repeat(MAX_LINK / 3))],
    ['no text at all', null],
    ['a thing that speaks as a text', { toString: () => caseLink(ID) }],
  ])('with %s it is none', (_name, address) => {
    expect(read(address)).toBeNull();
  });

  it('gives back any text that was written into it, to its last sign', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text.trim() !== '' && !text.includes('\u0000') && text.isWellFormed());
        expect(read(explain(encodeURIComponent(text)))).toEqual({ kind: 'explain', text });
      }),
    );
  });

  it('throws at nothing, and takes an id as it stands or not at all', () => {
    const parts = fc.array(
      fc.oneof(fc.constantFrom('://', 'case/', 'explain?text=', '%', '%00', '..', LINK_SCHEME), fc.string()),
    );
    fc.assert(
      fc.property(parts, (given) => {
        const address = `${LINK_SCHEME}://${given.join('')}`;
        const taken = read(address);
        if (taken?.kind === 'case')
          expect([caseLink(taken.caseId), `${caseLink(taken.caseId)}/`]).toContain(address);
      }),
      { numRuns: 2_000 },
    );
  });
});
