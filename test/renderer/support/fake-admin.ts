/** Administration and reports of a main process in memory: no admin key, nothing ever changed. */

import type { ErrorCode } from '../../../shared/base/error-codes';
import { err, ok } from '../../../shared/base/result';
import type { DoctorApi } from '../../../shared/ipc/contract';

const refused = async (code: ErrorCode) => err({ code, values: {} });

export function inventedAdmin(): Pick<DoctorApi, 'admin' | 'report'> {
  return {
    admin: {
      keys: async () => ok([]),
      add_key: () => refused('key_not_admin'),
      delete_key: () => refused('not_found'),
      check_key: () => refused('not_found'),
      projects: async () => ok([]),
      known_models: async () => ok([]),
      read_project: () => refused('not_found'),
      offer: async () => ok({ project: null, key: null, keysStored: 0 }),
      inspect: () => refused('admin_no_key'),
      preview: () => refused('not_found'),
      preview_undo: () => refused('not_found'),
      apply: () => refused('admin_preview_gone'),
      settle: () => refused('not_found'),
      changes: async () => ok([]),
    },
    report: {
      save: async () => ok({ saved: false }),
      save_message: async () => ok({ saved: false }),
      save_guide: async () => ok({ saved: false }),
      save_misreading: async () => ok({ saved: false }),
      mail_message: async () => ok({ pasted: false }),
    },
  };
}
