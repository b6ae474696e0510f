import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Licence } from '../../shared/ipc/views';

const schema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
);

/** Of the packages in this build, as the build wrote them down; empty where the file is not there or is damaged. */
export function readLicences(folder: string): readonly Licence[] {
  try {
    return schema.parse(JSON.parse(readFileSync(join(folder, 'licences.json'), 'utf8')));
  } catch {
    return [];
  }
}
