/** What `doctor` found, for programs. No secret is among it: `shared/doctor/look.ts` left them out. */
import type { Examination, ShownSent, ShownSetting } from '../../shared/doctor/examine';
import type { Unseen } from '../../shared/report/doctor-document';
import { type Json, SCHEMA_VERSION } from './explanation-json';

export function doctorJson(found: Examination, unseen: Unseen): Json {
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: 'folder',
    ways: found.ways.map(({ kind, name, file, sent }) => ({
      way: kind,
      name,
      file,
      sent: sent.map(sentJson),
    })),
    others: found.others.map(shownJson),
    reads: found.reads.map(({ name, place, isSet }) => ({ name, place, is_set: isSet })),
    loaders: found.loaders.map(({ place, overrides }) => ({ place, overrides })),
    models: found.models.map(({ model, places, isRetired, retirement }) => ({
      model,
      places,
      retired: isRetired,
      shutdown_date: retirement?.date ?? null,
      replacement: retirement?.replacement ?? null,
    })),
    compared: found.compared,
    unreadable: unseen.unreadable,
    truncated: unseen.truncated,
  };
}

function sentJson({ shadowed, doubt, ...sent }: ShownSent): Json {
  return {
    ...shownJson(sent),
    shadows: shadowed.map(({ rule, isSame, ...each }) => ({ ...shownJson(each), rule, same_value: isSame })),
    doubt,
  };
}

function shownJson({ subject, name, look, place, foreignHost, filledFrom }: ShownSetting): Json {
  const filled = filledFrom === undefined ? {} : { filled_from: filledFrom ?? 'shell' };
  return { subject, name, value: look, place, ...filled, foreign_host: foreignHost };
}
