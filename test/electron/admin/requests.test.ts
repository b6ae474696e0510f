import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { ADMIN_KEY_IDS, PROJECTS } from '../../../electron/practice/blueprint';
import { practice } from '../practice/support';
import { must, office } from './support';

/** The official API description is too large to carry along: it is checked where it lies beside the project. */
const SPEC = join(import.meta.dirname, '../../../../shared/spec/openai-openapi-extract.json');

async function written(): Promise<readonly unknown[]> {
  const bodies: unknown[] = [];
  const keep = (method: string, body: unknown) => {
    if (method === 'POST') bodies.push(JSON.parse(String(body)));
  };
  const { changes } = await office(await practice(), [], keep);
  const place = { keyId: ADMIN_KEY_IDS.maple, project: PROJECTS.storefront };
  const wish = { kind: 'let_through', models: ['gpt-5.5'] } as const;
  must(await changes.apply(must(await changes.preview(place, wish)).id));
  return bodies;
}

describe('what is written', () => {
  it('is the whole list, once', async () => {
    const [body, ...more] = await written();
    expect([body, more]).toEqual([
      {
        mode: 'allow_list',
        model_ids: expect.arrayContaining(['gpt-5.4-mini', 'text-embedding-3-small', 'gpt-5.5']),
      },
      [],
    ]);
  });

  it.skipIf(!existsSync(SPEC))(
    'is valid by the official API description (skipped where it is not at hand)',
    async () => {
      const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
      ajv.addSchema(JSON.parse(readFileSync(SPEC, 'utf8')) as object, 'openai');
      const validate = ajv.compile({
        $ref: 'openai#/components/schemas/ProjectModelPermissionsUpdateRequest',
      });
      const bodies = await written();
      expect(bodies.map((body) => validate(body))).toEqual([true]);
      expect(validate({ mode: 'allow', model_ids: 'gpt-5.5' })).toBe(false);
    },
  );
});
