/** The matrix, the history and how hard the API may be asked. */

import { ok } from '../../shared/base/result';
import type { ExportFormat } from '../../shared/history/views';
import type { Application } from '../app/application';
import { fail } from '../base/failure';
import type { FileText } from '../base/file-text';
import { comparisonText } from '../history/history-export';
import type { Handlers } from './register';
import type { SavedFiles } from './saved-files';

export function probingHandlers(app: Application, files: SavedFiles) {
  return {
    ...matrixHandlers(app, files),
    ...historyHandlers(app, files),
    'probing:read_settings': () => ok(app.readProbing()),
    'probing:write_settings': (settings) => ok(app.writeProbing(settings)),
  } satisfies Partial<Handlers>;
}

function matrixHandlers(app: Application, files: SavedFiles) {
  const matrix = () => app.workspace.matrix;
  return {
    'matrix:read': ({ since }) => ok(matrix().read(since)),
    'matrix:start': (request) => matrix().start(request),
    'matrix:runs': () => ok(matrix().current),
    'matrix:pause': () => matrix().pause(),
    'matrix:resume': () => matrix().resume(),
    'matrix:cancel': () => matrix().cancel(),
    'matrix:lift_pause': () => matrix().liftPause(),
    'matrix:dismiss_rest': ({ of }) => matrix().dismissRest(of),
    'matrix:estimate': ({ cells }) => ok(matrix().estimate(cells)),
    'matrix:retest': (request) => matrix().retest(request),
    'matrix:since': ({ model }) => ok(matrix().since(model)),
    'matrix:usable': ({ keyId }) => ok(matrix().usable(keyId)),
    'matrix:export': ({ format, what, language }) =>
      save(files, 'model-access-matrix', format, matrix().export(format, what, language)),
  } satisfies Partial<Handlers>;
}

function historyHandlers(app: Application, files: SavedFiles) {
  const history = () => app.workspace.history;
  return {
    'history:list': ({ filter, before }) => ok(history().page(filter, before)),
    'history:read': ({ id }) => {
      const check = history().find(id);
      return check === null ? fail('not_found') : ok(check);
    },
    'history:timeline': ({ keyId, model }) =>
      ok(history().timeline(keyId, app.workspace.keys.find(keyId), model)),
    'history:forgotten_by': ({ keepDays }) => ok(history().forgottenBy(keepDays)),
    'history:runs': () => ok(app.workspace.matrix.runs()),
    'history:compare': ({ before, after }) => ok(history().compare(before, after)),
    'history:export_comparison': ({ before, after, format }) =>
      save(
        files,
        'model-access-comparison',
        format,
        comparisonText(history().compare(before, after), format),
      ),
    'history:export': ({ filter, format }) =>
      save(files, 'model-access-history', format, history().export(filter, format)),
    'history:export_these': ({ ids, format }) =>
      save(files, 'model-access-history', format, history().exportThese(ids, format)),
    'history:delete': ({ ids }) => ok(history().delete(ids)),
    'history:deleted': () => ok(history().deleted()),
    'history:undo_delete': () => (history().undoDelete() ? ok(null) : fail('not_found')),
  } satisfies Partial<Handlers>;
}

const ENDINGS: Readonly<Record<ExportFormat, string>> = { csv: 'csv', json: 'json', markdown: 'md' };

function save(files: SavedFiles, name: string, format: ExportFormat, text: FileText) {
  return files.saveDated(name, ENDINGS[format], text);
}
