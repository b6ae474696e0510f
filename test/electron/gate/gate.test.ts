import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gate } from '../../../electron/gate/gate';
import { guardWrites } from '../../../electron/gate/guard-writes';
import { notingFetch } from '../../../electron/gate/noting-fetch';
import { readKeyText } from '../../../shared/keys/key-text';
import { mailAddress } from '../../../shared/report/owner-message';
import { DAMAGES, lostBy, OPENAI_KINDS } from '../../support/damaged-keys';
import { runsLeft } from '../../support/key-runs';
import { inventedKey } from '../../support/secrets';
import { wholeText } from '../../support/whole-text';

const key = fc.oneof(...Object.values(OPENAI_KINDS));
const damage = fc.constantFrom((text: string) => text, ...Object.values(DAMAGES));

describe('the gate', () => {
  it('lets no part of a key through that it was told of, in whatever form, wherever it stands in a reply', () => {
    fc.assert(
      fc.property(key, damage, fc.nat(30), fc.integer({ min: 12, max: 60 }), (secret, harm, at, length) => {
        const gate = new Gate();
        gate.note(secret);
        const body = secret.slice(secret.lastIndexOf('-', 12) + 1);
        const part = harm(body.slice(at, at + length + lostBy(harm)));
        const reply = {
          ok: true,
          value: [{ id: `ft-${part}-v2`, [part]: 1 }],
          note: `Unknown token ${part}`,
        };
        expect(runsLeft(secret, JSON.stringify(gate.value(reply)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('hands on the very same reply where nothing is to be taken out', () => {
    const gate = new Gate();
    gate.note(inventedKey('4kTnVx8LmQ2dB7yRw9Zs'));
    const reply = {
      label: 'ann@mail.example.org',
      id: '97fbb1ad-ee0f-247f-af85-6bf12168f3f3',
      count: 3,
      none: null,
    };
    expect(gate.value(reply)).toBe(reply);
  });

  it('takes e-mail addresses out of what others see', () => {
    expect(new Gate().textForOthers('by ann@mail.example.org')).toBe('by [redacted e-mail]');
  });

  it('takes keys out of the address of a mail, and leaves it as it is where there are none', () => {
    const gate = new Gate();
    const secret = inventedKey('4kTnVx8LmQ2dB7yRw9Zs');
    const part = secret.slice(-16);
    const addressOf = (body: string) => mailAddress({ subject: '依頼 & more', body }, 'ja').url;
    const [withPart, without] = [addressOf(`モデル\n"${part}"を許可`), addressOf('モデル\n"gpt-5.5"を許可')];
    gate.note(secret);
    expect([gate.textForOthers(withPart), gate.textForOthers(without)]).toEqual([
      withPart.replace(part, '…[redacted]'),
      without,
    ]);
  });

  it('takes secrets out of every part of a file that is made as it is written', async () => {
    const secret = inventedKey('0123456789abcdef');
    const parts = (async function* () {
      yield `at,key\r\n2026,${secret}\r\n`;
      yield `2027,${secret}\r\n`;
    })();
    const text = new Gate().fileText(parts);
    expect(typeof text === 'string' ? text : await wholeText(text)).toBe(
      'at,key\r\n2026,sk-proj-…[redacted]\r\n2027,sk-proj-…[redacted]\r\n',
    );
  });

  it.each(['\r', '\n', ' ', '\t'])('knows a key that it was told of with %j round it', (blank) => {
    const gate = new Gate();
    const tail = '4kTnVx8LmQ2dB7yRw9Zs';
    gate.note(blank + inventedKey(tail) + blank);
    expect(gate.text(`Unknown token ${tail}`)).toBe('Unknown token …[redacted]');
  });

  const SMALL = 'abcdefghijklmnopqrstuvwxyz';
  it.each([
    ['small letters', SMALL],
    ['capitals', SMALL.toUpperCase()],
    ['digits', '0123456789'],
    ['small letters behind sk-', SMALL, 'sk-'],
    ['letters behind a brace', SMALL + SMALL.toUpperCase(), '{'],
    ['letters behind a bracket', SMALL + SMALL.toUpperCase(), '["'],
  ])('lets no key of a gateway through as a whole that is made of %s', (_name, alphabet, prefix = '') => {
    const letter = fc.constantFrom(...alphabet);
    const body = fc.noShrink(fc.array(letter, { minLength: 20, maxLength: 50 }).map((all) => all.join('')));
    fc.assert(
      fc.property(body, (text) => {
        const read = readKeyText(prefix + text);
        fc.pre(read.ok);
        const gate = new Gate();
        gate.note(read.value.secret);
        const encoded = Buffer.from(read.value.secret).toString('base64');
        const out = gate.text(`Unknown token ${read.value.secret}, or ${encoded}`);
        expect([out.includes(text), out.includes(encoded)]).toEqual([false, false]);
      }),
      { numRuns: 60 },
    );
  });

  it('lets no key of words through as a whole, and leaves the words', () => {
    const gate = new Gate();
    const secret = ['plum', 'harbour', 'lantern', 'meadow', 'orbit'].join('-');
    gate.note(secret);
    expect(gate.text(`Not ${secret}, but plum harbour and a lantern-meadow`)).toBe(
      'Not …[redacted], but plum harbour and a lantern-meadow',
    );
  });

  it('does not take what is kept beside a key for a secret', () => {
    const gate = new Gate();
    gate.note('{"label":"Prod2Web7Key9","host":"https://api.openai.com/v1"}');
    expect(gate.text('Prod2Web7Key9 at https://api.openai.com/v1')).toBe(
      'Prod2Web7Key9 at https://api.openai.com/v1',
    );
  });
});

describe('a text of megabytes', () => {
  const filler = (length: number) => 'Error 403: no such model here.\n'.repeat(length / 31);
  const secret = inventedKey('4kTnVx8LmQ2dB7yRw9Zs'.repeat(4));

  it('lets others have their turn while it is searched', async () => {
    const gate = new Gate();
    gate.note(secret);
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const cleaned = await gate.longValue({ text: filler(1_000_000) + secret });
    isOver = true;
    expect([turns >= 8, runsLeft(secret, cleaned.text)]).toEqual([true, []]);
  });

  it('is stored without a second search, until another secret is noted', async () => {
    const gate = new Gate();
    const other = inventedKey('Zx8LmQ2dB7yRw9Zs4kTn');
    const tail = other.slice(-16);
    const entry = await gate.longToStore({ text: filler(200_000) + tail });
    const text = JSON.stringify(entry);
    expect(gate.stored(text)).toBe(text);
    gate.note(other);
    expect(gate.stored(text)).not.toContain(tail);
  });

  it('loses a secret as well that is noted while it is searched', async () => {
    const gate = new Gate();
    const tail = secret.slice(-16);
    const cleaned = gate.longValue([filler(300_000), `Unknown token ${tail}`, tail + filler(300_000)]);
    gate.note(secret);
    expect((await cleaned).filter((text) => text.includes(tail))).toEqual([]);
  });

  it('is changed only where a secret stands', async () => {
    const gate = new Gate();
    const long = filler(300_000);
    const value = { list: [long, `key ${secret}`, long], count: 3, none: null };
    expect(await gate.longValue(value)).toEqual({ ...value, list: [long, 'key sk-proj-…[redacted]', long] });
    const clean = { list: [long], at: 'ann@mail.example.org' };
    expect(await gate.longValue(clean)).toBe(clean);
  });
});

describe('a guarded database', () => {
  it('keeps JSON readable and no key in it, whoever writes it', () => {
    fc.assert(
      fc.property(key, damage, (secret, harm) => {
        const gate = new Gate();
        gate.note(secret);
        const database = guardWrites(new DatabaseSync(':memory:'), (text) => gate.stored(text));
        database.exec('CREATE TABLE kept (id TEXT, body TEXT)');
        const body = { excerpt: harm(secret), list: [secret.slice(20, 60), 'next'], count: 2 };
        database.prepare('INSERT INTO kept VALUES (?, ?)').run('one', JSON.stringify(body));
        database.prepare('INSERT INTO kept VALUES (:id, :body)').run({ id: 'two', body: harm(secret) });
        const rows = database.prepare('SELECT body FROM kept ORDER BY id').all();
        expect(rows.flatMap((row) => runsLeft(secret, String(row['body'])))).toEqual([]);
        expect(JSON.parse(String(rows[0]?.['body']))).toMatchObject({
          list: [expect.anything(), 'next'],
          count: 2,
        });
        database.close();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a fetch that notes', () => {
  it('tells of the secret before the request is sent', async () => {
    const told: string[] = [];
    const fetch = notingFetch(
      async (url) => {
        told.push(`sent to ${url}`);
        return new Response('');
      },
      (secret) => told.push(secret),
    );
    await fetch('https://host.test/v1', { headers: new Headers({ Authorization: 'Bearer of-this-key' }) });
    await fetch('https://host.test/v1', {});
    expect(told).toEqual(['of-this-key', 'sent to https://host.test/v1', 'sent to https://host.test/v1']);
  });
});
