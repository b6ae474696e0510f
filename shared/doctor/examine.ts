/** What the program of a folder would send, as far as its files and the shell tell. Values go in; no secret comes out. */
import { isOfFamily } from '../errors/names';
import { foreignHost, readBaseUrl } from '../keys/base-url';
import { isRetired, type Retirement, retirementOf } from '../models/retirements';
import { fits, type QuotedKey, quotedKeys } from './compare-error';
import { type Look, valueLookOf } from './look';
import { type CodeReading, isCode, type Loader, readCode, type VariableRead } from './read-code';
import { readDockerfile, readEnvFile, readShell } from './read-env';
import { isCompose, isKubernetes, readCompose, readKubernetes } from './read-manifests';
import { isLiteLlm, isToolFile, readTool } from './read-tools';
import { type FilePlace, folderOf, nameOfFile, type Setting, type SourceFile, type Subject } from './setting';
import {
  containerWay,
  type Doubt,
  imageWay,
  isEnvFile,
  type Sent,
  type ShadowRule,
  shellWay,
  traitsOf,
  type Way,
} from './ways';

export interface ShownSetting {
  readonly subject: Subject;
  readonly name: string | null;
  readonly look: Look;
  readonly place: FilePlace | null;
  /** Where compose fills the value in: the place that it comes from, null for the shell; undefined for every other value. */
  readonly filledFrom?: FilePlace | null;
  /** Of a base URL beyond OpenAI and this machine: whose host it is; null for every other value. */
  readonly foreignHost: string | null;
}

export interface ShownShadowed extends ShownSetting {
  readonly rule: ShadowRule;
  /** It is the same value, so that nothing depends on which one wins. */
  readonly isSame: boolean;
}

export interface ShownSent extends ShownSetting {
  readonly shadowed: readonly ShownShadowed[];
  readonly doubt: Doubt | null;
}

export interface ShownWay extends Pick<Way, 'kind' | 'name' | 'file'> {
  readonly sent: readonly ShownSent[];
}

export interface NamedModel {
  readonly model: string;
  readonly places: readonly FilePlace[];
  readonly isRetired: boolean;
  /** What is known of its shutdown, past or announced; null for nothing. */
  readonly retirement: Retirement | null;
}

/** Whether an error's key is one of these. `sent`: one that would be sent. `shadowed`: one that another value shadows. */
export interface KeyComparison {
  readonly answer: 'sent' | 'shadowed' | 'not_found' | 'no_key';
  readonly quoted: string | null;
  readonly places: readonly (FilePlace | null)[];
}

export interface Examination {
  readonly ways: readonly ShownWay[];
  /** What code and tools set by themselves. */
  readonly others: readonly ShownSetting[];
  /** `isSet`: some way of starting here sets it. */
  readonly reads: readonly (VariableRead & { readonly isSet: boolean })[];
  readonly loaders: readonly Loader[];
  readonly models: readonly NamedModel[];
  readonly compared: KeyComparison | null;
}

export interface Folder {
  readonly files: readonly SourceFile[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Text of an error to compare with; null for none. */
  readonly error: string | null;
  /** ISO date. */
  readonly today: string;
}

export function examine({ files, env, error, today }: Folder): Examination {
  const shell = readShell(env);
  const envFiles = files
    .filter(({ path }) => isEnvFile(path))
    .map((file) => ({ file, settings: readEnvFile(file) }));
  const code = files.filter(({ path }) => isCode(path)).map(readCode);
  const tools = files.filter((file) => isToolFile(file.path) || isLiteLlm(file)).flatMap(readTool);
  const ways = waysOf(files, shell, envFiles, code);
  const others = [...code.flatMap(({ settings }) => settings), ...tools];
  const names = new Set(ways.flatMap(({ sent }) => sent.map(({ setting }) => setting.name)));
  const inWays = ways.flatMap(({ sent }) =>
    sent.flatMap(({ setting, shadowed }) => [setting, ...shadowed.map((each) => each.setting)]),
  );
  return {
    ways: ways.map(shownWay),
    others: others.filter(({ subject }) => subject !== 'model').map(shown),
    reads: code.flatMap(({ reads }) => reads).map((read) => ({ ...read, isSet: names.has(read.name) })),
    loaders: code.flatMap(({ loaders }) => loaders),
    models: modelsOf([...inWays, ...others], today),
    compared: error === null ? null : compare(error, ways, others),
  };
}

interface EnvFile {
  readonly file: SourceFile;
  readonly settings: readonly Setting[];
}

function waysOf(
  files: readonly SourceFile[],
  shell: readonly Setting[],
  envFiles: readonly EnvFile[],
  code: readonly CodeReading[],
): readonly Way[] {
  const folders = [...new Set(['', ...envFiles.map(({ file }) => folderOf(file.path))])];
  const settingsIn = (folder: string) =>
    envFiles.filter(({ file }) => folderOf(file.path) === folder).flatMap(({ settings }) => settings);
  const lookup = (name: string, folder: string) => {
    const besides = settingsIn(folder).filter(({ place }) => nameOfFile(place?.file ?? '') === '.env');
    return [...shell, ...besides.toReversed()].filter((each) => each.name === name);
  };
  const images = files
    .filter(({ path }) => isDockerfile(path))
    .map((file) => ({ file, settings: readDockerfile(file) }));
  const containers = [
    ...files.filter(isCompose).flatMap((file) => readCompose(file, files, lookup)),
    ...readKubernetes(files.filter(isKubernetes)),
  ];
  const built = new Set(containers.map(({ builtIn }) => builtIn));
  return [
    ...folders.map((folder) =>
      shellWay(folder, [...shell, ...settingsIn(folder)], traitsOf(folder, files, code)),
    ),
    ...containers.map((container) =>
      containerWay(
        container,
        images.flatMap(({ settings }) => settings),
      ),
    ),
    ...images
      .filter(({ file }) => !built.has(folderOf(file.path)))
      .map(({ file, settings }) => imageWay(file.path, settings)),
  ].filter(({ kind, sent }) => kind === 'shell' || sent.length > 0);
}

function isDockerfile(path: string): boolean {
  return /^(?:Dockerfile|Containerfile)(?:\.[\w-]+)?$|\.dockerfile$/i.test(nameOfFile(path));
}

function shown(setting: Setting): ShownSetting {
  const { subject, name, place, value, filledFrom: [origin] = [] } = setting;
  const host = subject === 'base_url' && value !== null ? foreignHostOf(value) : null;
  return {
    subject,
    name,
    look: valueLookOf(setting),
    place,
    foreignHost: host,
    ...(origin !== undefined && { filledFrom: origin.place }),
  };
}

/** A sign-in in an address says nothing of whose host it is. */
function foreignHostOf(address: string): string | null {
  const url = readBaseUrl(address.trim().replace(/\/\/[^/@\s]*@/, '//'));
  return url.ok ? foreignHost(url.value) : null;
}

function shownWay({ kind, name, file, sent }: Way): ShownWay {
  return { kind, name, file, sent: sent.map(shownSent) };
}

function shownSent({ setting, shadowed, doubt }: Sent): ShownSent {
  const below = shadowed.map(({ setting: other, rule }) => ({
    ...shown(other),
    rule,
    isSame: other.value === setting.value,
  }));
  return { ...shown(setting), shadowed: below, doubt };
}

function modelsOf(settings: readonly Setting[], today: string): readonly NamedModel[] {
  const named = settings.filter(
    ({ subject, value }) => subject === 'model' && value !== null && isOfFamily(value),
  );
  return [...new Set(named.map(({ value }) => value ?? ''))].toSorted().map((model) => ({
    model,
    places: named.flatMap(({ value, place }) => (value === model && place !== null ? [place] : [])),
    isRetired: isRetired(model, today),
    retirement: retirementOf(model),
  }));
}

function compare(error: string, ways: readonly Way[], others: readonly Setting[]): KeyComparison {
  const quoted = quotedKeys(error);
  const [first] = quoted;
  if (first === undefined) return { answer: 'no_key', quoted: null, places: [] };
  const fitting = (settings: readonly Setting[]) =>
    settings.filter((each) => quoted.some((key) => fits(key, each)));
  const sent = fitting([...ways.flatMap((way) => way.sent.map(({ setting }) => setting)), ...others]);
  const shadowed = fitting(
    ways.flatMap((way) => way.sent.flatMap((each) => each.shadowed.map(({ setting }) => setting))),
  );
  const answer = sent.length > 0 ? 'sent' : shadowed.length > 0 ? 'shadowed' : 'not_found';
  const found = sent.length > 0 ? sent : shadowed;
  return {
    answer,
    quoted: shownKey(first),
    places: [...new Map(found.map(({ place }) => [JSON.stringify(place), place])).values()],
  };
}

/** Never more than the last four characters, whatever the error itself showed. */
function shownKey({ end }: QuotedKey): string {
  return `…${end.slice(-4)}`;
}
