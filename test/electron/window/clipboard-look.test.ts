import { beforeEach, describe, expect, it } from 'vitest';
import { ClipboardLook, LONGEST_LOOKED_AT, watchedClipboard } from '../../../electron/window/clipboard-look';

const REFUSAL =
  'Error code: 403 - Project `proj_abcdefghijklmnop` does not have access to model `gpt-5.5`, code model_not_found';

let clipboard: string;
let isWanted: boolean;
let reads: number;
let offered: (() => Promise<string | null>)[];
let withdrawn: number;
let look: ClipboardLook;
beforeEach(() => {
  [clipboard, isWanted, reads, offered, withdrawn] = ['', true, 0, [], 0];
  look = new ClipboardLook({
    clipboard: {
      readText: async () => {
        reads += 1;
        return clipboard;
      },
    },
    isWanted: () => isWanted,
    arrivals: {
      offer: (read) => offered.push(read),
      withdrawOffer: () => {
        withdrawn += 1;
      },
    },
  });
});

/** Away from the app, and back. */
async function comesBackWith(text: string): Promise<void> {
  await look.leftFront();
  clipboard = text;
  await look.cameToFront();
}

describe('the look at the clipboard', () => {
  it('is not taken until it is wanted', async () => {
    isWanted = false;
    await comesBackWith(REFUSAL);
    expect([reads, offered]).toEqual([0, []]);
  });

  it('offers a failure that is known, once for each change', async () => {
    await comesBackWith(REFUSAL);
    await comesBackWith(REFUSAL);
    expect([offered.length, withdrawn]).toEqual([1, 1]);
    await comesBackWith(`${REFUSAL} again`);
    expect(offered).toHaveLength(2);
  });

  it.each([
    ['nothing', ''],
    ['talk', 'See you at nine, and bring the report.'],
    ['code', 'const model = "gpt-5.5";\nconst answer = await client.responses.create({ model });'],
    ['an address', 'https://platform.openai.com/docs/models'],
    ['an error of something else', 'TypeError: undefined is not a function\n    at main (/srv/app.js:3:1)'],
    ['a failure without its reason', 'Request failed with status code 403'],
    ['a book', REFUSAL + ' '.repeat(LONGEST_LOOKED_AT)],
  ])('offers no %s, and withdraws what was offered before', async (_name, text) => {
    await comesBackWith(REFUSAL);
    await comesBackWith(`${text}`);
    expect([offered.length, withdrawn]).toEqual([1, 2]);
  });

  it('offers nothing that was copied while the window was in front', async () => {
    await look.cameToFront();
    clipboard = REFUSAL;
    await look.leftFront();
    await look.cameToFront();
    expect(offered).toEqual([]);
  });

  it('knows what the app itself put there, also where the clipboard looks empty from behind', async () => {
    const own = watchedClipboard(
      {
        readText: async () => clipboard,
        writeText: async (text) => {
          clipboard = text;
        },
        clear: () => undefined,
      },
      look,
    );
    await own.writeText(REFUSAL);
    clipboard = '';
    await look.leftFront();
    clipboard = REFUSAL;
    await look.cameToFront();
    expect(offered).toEqual([]);
  });

  it('keeps no text: it is read again when it is wanted, and is gone where another took its place', async () => {
    await comesBackWith(REFUSAL);
    const before = reads;
    expect(await offered[0]?.()).toBe(REFUSAL);
    clipboard = 'something else';
    expect([await offered[0]?.(), reads - before]).toEqual([null, 2]);
  });
});
