import type { LeftOut } from '../../shared/keys/import/import-text';
import type { ImportSource } from '../../shared/keys/import/preview';
import type { Say } from '../../shared/messages/say';

export function sourceText(source: ImportSource, say: Say): string {
  return source.kind === 'file'
    ? say('imports.source.file', { name: source.name })
    : say(`imports.source.${source.kind}`);
}

/** Why a key was left out; the same sentences as for a key that is added alone. */
export function leftOutText({ reason, vendor }: LeftOut, say: Say): string {
  switch (reason) {
    case 'admin_key':
    case 'realtime_key':
    case 'repeated':
      return say(`imports.leftOut.${reason}`);
    default:
      return say(`errors.${reason}`, vendor === null ? {} : { vendor });
  }
}

/** Importing moves nothing: what was read still holds the keys. */
export function stillThereText(source: ImportSource, say: Say): string {
  switch (source.kind) {
    case 'file':
      return say('imports.stillThere', { name: source.name });
    case 'environment':
      return say('imports.stillThereEnvironment');
    case 'text':
      return say('imports.stillThereText');
  }
}
