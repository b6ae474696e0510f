import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../electron/practice/catalogue';
import { Prober } from '../../../electron/probes/prober';
import {
  CONTROL_CANDIDATES,
  FAMILIES,
  familyOf,
  freeProbe,
  realProbe,
} from '../../../shared/models/families';
import type { Probe } from '../../../shared/observations/observation';
import { REQUESTS } from '../../support/api/requests';
import { faultyProperties } from '../../support/api/schema';
import { complaintsAboutHead, type Sent, sentBy, shapeOf } from '../../support/api/sent';

const TARGET = { secret: 'invented', baseUrl: 'http://127.0.0.1:9/v1' };

const MODELS = new Set([
  ...CATALOGUE.map(({ id }) => id),
  ...CONTROL_CANDIDATES,
  ...['gpt-4o-audio-preview', 'gpt-3.5-turbo-instruct', 'ft:gpt-4.1-2025-04-14:maple::Cq2xDmp7'],
  ...['gpt-realtime-2.1', 'sora-2', 'gpt-5.5-batch'],
]);

/** What goes out for a probe, which is then left without an answer. */
async function sent(probe: Probe, model: string | null): Promise<Sent> {
  const requests: Sent[] = [];
  const prober = new Prober(async (...request) => {
    requests.push(sentBy(...request));
    throw new TypeError('not connected');
  });
  await prober.send(TARGET, { probe, model, signal: new AbortController().signal });
  const [only, ...more] = requests;
  if (only === undefined || more.length > 0) throw new Error(`${1 + more.length} requests`);
  return only;
}

/** The faulty parts of a request by what the API asks for: of its head as sentences, of its body as properties. */
async function faultsOf(probe: Probe, model: string | null) {
  const request = await sent(probe, model);
  const shape = shapeOf(request, TARGET.baseUrl);
  if (shape === null) return { head: [`${request.method} ${request.url.pathname} is no endpoint`], body: [] };
  const body = shape.body === null ? [] : faultyProperties(shape.body, request.body);
  return { head: complaintsAboutHead(request, shape), body };
}

describe('by what the API asks of a request', () => {
  it('the models here are of every family', () => {
    expect(FAMILIES.filter((family) => ![...MODELS].some((model) => familyOf(model) === family))).toEqual([]);
  });

  it.each<readonly [Probe, string | null]>([
    ['list', null],
    ['retrieve', 'gpt-5.5'],
    ['retrieve', 'ft:gpt-4.1-2025-04-14:maple::Cq2xDmp7'],
    ['retrieve', 'a/b?c'],
  ])('%s of %s is in order', async (probe, model) => {
    expect(await faultsOf(probe, model)).toEqual({ head: [], body: [] });
  });

  it.each([...MODELS].filter((model) => realProbe(model) !== null))(
    'the real request to %s is in order',
    async (model) => {
      expect(await faultsOf('real_probe', model)).toEqual({ head: [], body: [] });
    },
  );

  it.each([...MODELS].filter((model) => freeProbe(model) !== null))(
    'the free request to %s is wrong in nothing but what it breaks on purpose',
    async (model) => {
      const { breaks = null } = freeProbe(model) ?? {};
      expect(await faultsOf('free_probe', model)).toEqual({ head: [], body: [breaks] });
    },
  );

  it('the free requests break what the API describes, and nothing that it may not know', () => {
    const broken = [...MODELS].flatMap((model) => freeProbe(model) ?? []);
    const unknown = broken.filter(({ path, breaks }) => {
      const shape = REQUESTS.find((each) => each.method === 'POST' && each.path === path);
      return breaks === null || shape?.body?.properties?.[breaks] === undefined;
    });
    expect([broken.length > 0, unknown]).toEqual([true, []]);
  });
});
