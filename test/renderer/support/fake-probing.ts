/** The matrix and the history of a main process in memory: empty, and without a run. */

import type { ErrorCode } from '../../../shared/base/error-codes';
import { err, ok } from '../../../shared/base/result';
import type { DoctorApi } from '../../../shared/ipc/contract';
import { DEFAULT_PROBING } from '../../../shared/matrix/views';

const refused = async (code: ErrorCode) => err({ code, values: {} });

export function inventedProbing(): Pick<DoctorApi, 'matrix' | 'history' | 'probing'> {
  return {
    matrix: {
      read: async () =>
        ok({
          session: 'session-1',
          revision: 0,
          complete: true,
          firstNewModel: 0,
          anew: [],
          newModels: [],
          truncated: false,
          rows: [],
          checks: [],
          run: null,
          rests: [],
        }),
      start: () => refused('busy'),
      runs: async () => ok({ run: null, rests: [] }),
      pause: async () => ok(null),
      resume: async () => ok(null),
      cancel: async () => ok(null),
      lift_pause: async () => ok(null),
      dismiss_rest: async () => ok(null),
      estimate: async () => ok({ requests: 0, outputTokens: 0, expensive: 0, impossible: 0 }),
      retest: () => refused('cancelled'),
      since: async () => ok([]),
      usable: async () => ok(null),
      export: async () => ok({ saved: false }),
    },
    history: {
      forgotten_by: async () => ok(0),
      list: async () => ok({ checks: [], older: null, total: 0 }),
      read: () => refused('not_found'),
      timeline: async () => ok({ points: [], since: { kind: 'unknown' } }),
      runs: async () => ok([]),
      compare: async () => ok({ same: 0, onlyOne: 0, differences: [], otherwiseTested: [] }),
      export_comparison: async () => ok({ saved: false }),
      export: async () => ok({ saved: false }),
      export_these: async () => ok({ saved: false }),
      delete: async () => ok({ kept: 0 }),
      deleted: async () => ok(null),
      undo_delete: async () => ok(null),
    },
    probing: {
      read_settings: async () => ok(DEFAULT_PROBING),
      write_settings: async (settings) => ok(settings),
    },
  };
}
