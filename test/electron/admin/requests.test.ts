import { describe, expect, it } from 'vitest';
import { ADMIN_KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import { REQUESTS } from '../../support/api/requests';
import { complaints } from '../../support/api/schema';
import { complaintsAboutHead, type Sent, shapeOf } from '../../support/api/sent';
import { practice } from '../practice/support';
import { must, office, SIGNAL } from './support';

const PLACE = { keyId: ADMIN_KEY_IDS.maple, project: PROJECTS.storefront };

/** All that goes out while a model is let through, projects and limits are read, and the policy is deleted. */
async function everythingSent(): Promise<{ readonly base: string; readonly requests: readonly Sent[] }> {
  const requests: Sent[] = [];
  const simulator = await practice();
  const { changes, client } = await office(simulator, [], (_method, sent) => requests.push(sent));
  const wish = { kind: 'let_through', models: ['gpt-5.5'] } as const;
  must(await changes.apply(must(await changes.preview(PLACE, wish)).id));
  const secret = simulator.adminKeys.find(({ id }) => id === PLACE.keyId)?.secret ?? '';
  const target = { secret, baseUrl: simulator.apiBaseUrl };
  await client.listProjects(target, SIGNAL);
  await client.readProject(target, PLACE.project, SIGNAL);
  await client.listRateLimits(target, PLACE.project, SIGNAL);
  await client.readSpendLimit(target, PLACE.project, SIGNAL);
  await client.inOneTurn(target, (turn) => turn.writePolicy(target, PLACE.project, { kind: 'none' }, SIGNAL));
  return { base: simulator.apiBaseUrl, requests };
}

describe('what is written', () => {
  it('is the whole list, once', async () => {
    const { requests } = await everythingSent();
    expect(requests.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      {
        mode: 'allow_list',
        model_ids: expect.arrayContaining(['gpt-5.4-mini', 'text-embedding-3-small', 'gpt-5.5']),
      },
    ]);
  });
});

describe('by what the API asks of a request', () => {
  it('each one of the administration is in order', async () => {
    const { base, requests } = await everythingSent();
    const faults = requests.map((sent) => {
      const shape = shapeOf(sent, base);
      if (shape === null) return [`${sent.method} ${sent.url.pathname} is no endpoint`];
      return [
        ...complaintsAboutHead(sent, shape),
        ...(shape.body === null ? [] : complaints(shape.body, sent.body)),
      ];
    });
    expect(faults.flat()).toEqual([]);
  });

  it('every kind of them was looked at', async () => {
    const { base, requests } = await everythingSent();
    const kinds = new Set(requests.map((sent) => shapeOf(sent, base)));
    expect(REQUESTS.filter((shape) => shape.path.startsWith('/organization') && !kinds.has(shape))).toEqual(
      [],
    );
  });
});
