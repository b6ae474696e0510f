/** Which of several values a program gets, for each way in which it may be started, and by which rule one shadows another. */
import type { CodeReading } from './read-code';
import type { Container, Given } from './read-manifests';
import { folderOf, nameOfFile, type Setting, type SourceFile } from './setting';

/**
 * Why one value wins over another. The first four are of files of variables: dotenv, Next.js and Vite do not replace what the
 * shell has set, unless told to; Next.js and Vite read the more particular file first. The rest are of containers, as the
 * documentation of Docker Compose and Kubernetes has them. All read in 2026.
 */
export const RULES = [
  'shell_over_file',
  'override',
  'particular_file',
  'not_read_by_itself',
  'later_line',
  'environment_over_env_file',
  'later_env_file',
  'env_over_env_from',
  'container_over_image',
] as const;
export type ShadowRule = (typeof RULES)[number];

/** What the order rests on, where it is not known how the program is started. */
export const DOUBTS = ['loader_unknown', 'mode_unknown', 'override_somewhere'] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface Sent {
  readonly setting: Setting;
  readonly shadowed: readonly { readonly setting: Setting; readonly rule: ShadowRule }[];
  /** null where the order is known. */
  readonly doubt: Doubt | null;
}

export interface Way {
  readonly kind: 'shell' | 'compose' | 'kubernetes' | 'image';
  /** Folder, service or container. */
  readonly name: string;
  /** The file that says so; null for the shell. */
  readonly file: string | null;
  readonly sent: readonly Sent[];
}

interface Candidate {
  readonly setting: Setting;
  readonly rule: ShadowRule;
}

function sentOf([first, ...others]: readonly Candidate[], doubt: Doubt | null): readonly Sent[] {
  return first === undefined
    ? []
    : [{ setting: first.setting, shadowed: others.map(({ setting, rule }) => ({ setting, rule })), doubt }];
}

const namesIn = (settings: readonly Setting[]) => [...new Set(settings.map(({ name }) => name))];

/** Files that hold an example for people, which no program reads. */
const EXAMPLE = /\.(?:example|sample|template|dist|defaults?)$/i;

export function isEnvFile(path: string): boolean {
  const name = nameOfFile(path);
  return /^\.env(?:\.[\w-]+)*$|^[\w-]+\.env$/.test(name) && !EXAMPLE.test(name);
}

export interface Traits {
  readonly isNext: boolean;
  readonly isVite: boolean;
  /** Something here loads files of variables. */
  readonly loads: boolean;
  readonly overrides: boolean;
}

/** Of the program in one folder: its own package, or else the one at the top; `code` of all folders. */
export function traitsOf(folder: string, files: readonly SourceFile[], code: readonly CodeReading[]): Traits {
  const manifests = files.filter(({ path }) => nameOfFile(path) === 'package.json');
  const own = manifests.filter(({ path }) => folderOf(path) === folder);
  const packages = own.length > 0 ? own : manifests.filter(({ path }) => folderOf(path) === '');
  const names = (name: string) => packages.some(({ text }) => text.includes(`"${name}"`));
  const isBelow = (path: string) => folder === '' || path.startsWith(`${folder}/`);
  const loaders = code.flatMap((each) => each.loaders).filter(({ place }) => isBelow(place.file));
  const scripts = packages.some(({ text }) => text.includes('--env-file') || text.includes('dotenv'));
  return {
    isNext: names('next'),
    isVite: names('vite'),
    loads: loaders.length > 0 || scripts || names('next'),
    overrides: loaders.some(({ overrides }) => overrides),
  };
}

/** From the shell, in one folder. `settings`: of the shell and of the folder's files of variables. */
export function shellWay(folder: string, settings: readonly Setting[], traits: Traits): Way {
  const sent = namesIn(settings).flatMap((name) =>
    shellSent(
      settings.filter((each) => each.name === name),
      traits,
      name ?? '',
    ),
  );
  return { kind: 'shell', name: folder, file: null, sent };
}

function shellSent(settings: readonly Setting[], traits: Traits, name: string): readonly Sent[] {
  const shell = settings.filter(({ source }) => source === 'shell');
  const orders = modesOf(traits, name).map((mode) => filesInOrder(settings, mode, traits, name));
  const [files = [], other] = orders;
  const isRead = files.some(({ rule }) => rule !== 'not_read_by_itself');
  const overriding = traits.overrides && shell.length > 0 && isRead;
  const inShell = shell.map((setting) => ({ setting, rule: 'override' as const }));
  // Which of two values of a file wins does not depend on the shell's.
  const below = shell.length > 0 ? files.map((each) => asBelowShell(each)) : files;
  const all = overriding ? [...files, ...inShell] : [...inShell, ...below];
  const [first] = all;
  if (first === undefined) return [];
  const isNamedOnly = first.setting.source === 'env_file' && first.rule === 'not_read_by_itself';
  const modeMatters = other !== undefined && other[0]?.setting !== files[0]?.setting;
  return sentOf(
    all,
    isNamedOnly ? 'loader_unknown' : doubtOf(first.setting, overriding, modeMatters, traits, name),
  );
}

function asBelowShell({ setting, rule }: Candidate): Candidate {
  return { setting, rule: rule === 'particular_file' ? 'shell_over_file' : rule };
}

function doubtOf(
  { source }: Setting,
  overriding: boolean,
  modeMatters: boolean,
  traits: Traits,
  name: string,
): Doubt | null {
  if (overriding) return 'override_somewhere';
  if (source === 'shell') return null;
  if (!traits.loads && !isVites(traits, name)) return 'loader_unknown';
  return modeMatters ? 'mode_unknown' : null;
}

type Mode = 'development' | 'production';

/** Vite gives a page nothing but its own variables, and leaves the environment as it is. */
const isVites = (traits: Traits, name: string) => traits.isVite && name.startsWith('VITE_');

function modesOf(traits: Traits, name: string): readonly Mode[] {
  return traits.isNext || isVites(traits, name) ? ['development', 'production'] : ['development'];
}

function orderOf(mode: Mode, traits: Traits, name: string): readonly string[] {
  if (isVites(traits, name)) return [`.env.${mode}.local`, `.env.${mode}`, '.env.local', '.env'];
  return traits.isNext ? [`.env.${mode}.local`, '.env.local', `.env.${mode}`, '.env'] : ['.env'];
}

function filesInOrder(
  settings: readonly Setting[],
  mode: Mode,
  traits: Traits,
  name: string,
): readonly Candidate[] {
  const order = orderOf(mode, traits, name);
  const files = settings.filter(({ source }) => source === 'env_file');
  const rank = ({ place }: Setting) => {
    const at = order.indexOf(nameOfFile(place?.file ?? ''));
    return at < 0 ? order.length : at;
  };
  const sorted = files.toSorted((a, b) => rank(a) - rank(b) || (b.place?.line ?? 0) - (a.place?.line ?? 0));
  return sorted.map((setting, index) => ({
    setting,
    rule: ruleIn(sorted, index, rank(setting) === order.length),
  }));
}

function ruleIn(sorted: readonly Setting[], index: number, isUnread: boolean): ShadowRule {
  const fileOf = (setting: Setting | undefined) => setting?.place?.file;
  if (index > 0 && fileOf(sorted[index - 1]) === fileOf(sorted[index])) return 'later_line';
  return isUnread ? 'not_read_by_itself' : 'particular_file';
}

/** `images`: settings of Dockerfiles. */
export function containerWay(container: Container, images: readonly Setting[]): Way {
  const image = images
    .filter(({ place }) => container.builtIn !== null && folderOf(place?.file ?? '') === container.builtIn)
    .map((setting) => ({ level: 'image' as const, setting }));
  const given: readonly Given[] = [...container.given, ...image];
  const { kind, name, file } = container;
  const sent = namesIn(given.map(({ setting }) => setting)).flatMap((variable) =>
    sentOf(inContainer(given.filter(({ setting }) => setting.name === variable)), null),
  );
  return { kind, name, file, sent };
}

const CONTAINER_ORDER = ['environment', 'env', 'env_file', 'env_from', 'image'] as const;
const CONTAINER_RULES = {
  environment: 'later_line',
  env: 'later_line',
  env_file: 'environment_over_env_file',
  env_from: 'env_over_env_from',
  image: 'container_over_image',
} as const satisfies Record<Given['level'], ShadowRule>;

/** Within a level the last one wins. */
function inContainer(given: readonly Given[]): readonly Candidate[] {
  const sorted = CONTAINER_ORDER.flatMap((level) =>
    given.filter((each) => each.level === level).toReversed(),
  );
  const passedOver = sorted.slice(0, 1).flatMap(({ setting }) => setting.filledFrom?.slice(1) ?? []);
  const others = passedOver.map((setting) => ({ setting, rule: 'shell_over_file' as const }));
  const own = sorted.map(({ level, setting }, index) => {
    const sameLevel = index > 0 && sorted[index - 1]?.level === level;
    const repeated: ShadowRule = level === 'env_file' ? 'later_env_file' : 'later_line';
    return { setting, rule: sameLevel ? repeated : CONTAINER_RULES[level] };
  });
  return [...own.slice(0, 1), ...others, ...own.slice(1)];
}

/** An image that no service here builds: what it holds by itself. */
export function imageWay(file: string, settings: readonly Setting[]): Way {
  const sent = namesIn(settings).flatMap((name) =>
    sentOf(
      settings
        .filter((each) => each.name === name)
        .toReversed()
        .map((setting) => ({ setting, rule: 'later_line' as const })),
      null,
    ),
  );
  return { kind: 'image', name: folderOf(file), file, sent };
}
