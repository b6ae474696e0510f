/** Tools that call the API by settings of their own: Codex, Continue, Aider, LiteLLM, and VS Code's terminals. */
import { isOfFamily } from '../errors/names';
import { entriesOf, nameOfFile, type Setting, type SourceFile, type Subject, type Tree } from './setting';
import { subjectOf } from './variables';

/** By name of property, in the spellings of these tools (their documentation, 2026). */
const PROPERTIES: readonly (readonly [RegExp, Subject])[] = [
  [/^(?:openai[-_])?api[-_]?key$/i, 'key'],
  [/^(?:openai[-_])?api[-_]?base$|^base[-_]?url$/i, 'base_url'],
  [/^organization(?:[-_]?id)?$|^openai[-_]organization[-_]id$/i, 'organization'],
  [/^(?:model|weak[-_]model|editor[-_]model|review[-_]model|title)$/i, 'model'],
];

export function isToolFile(path: string): boolean {
  return (
    /(?:^|\/)\.vscode\/settings\.json$|(?:^|\/)\.continue\/|(?:^|\/)\.codex\/config\.toml$/.test(path) ||
    /^\.aider(?:\.model\.settings)?\.conf\.ya?ml$|^\.aider\.conf\.ya?ml$|^litellm.*\.ya?ml$/i.test(
      nameOfFile(path),
    )
  );
}

/** LiteLLM's settings have any name; its list of models tells. */
export function isLiteLlm({ trees }: SourceFile): boolean {
  return trees.some((tree) => entriesOf(tree).some(({ key }) => key === 'model_list'));
}

export function readTool(file: SourceFile): readonly Setting[] {
  if (file.path.endsWith('.toml')) return readToml(file);
  return file.trees.flatMap((tree) => within(tree, file.path));
}

function within(tree: Tree, file: string): readonly Setting[] {
  if (tree.kind === 'list') return tree.items.flatMap((item) => within(item, file));
  return entriesOf(tree).flatMap(({ key, line, value }) =>
    value.kind === 'scalar' ? settingOf(key, value.value ?? '', { file, line }) : within(value, file),
  );
}

/** A value such as `os.environ/NAME`, `${NAME}` or `$NAME` names a variable, and is no secret. */
const NAMES_VARIABLE = /^(?:os\.environ\/|\$\{\{?\s*(?:secrets\.|env[:.])?|\$)/;

function settingOf(name: string, value: string, place: NonNullable<Setting['place']>): readonly Setting[] {
  const subject = PROPERTIES.find(([pattern]) => pattern.test(name))?.[1] ?? subjectOf(name, value);
  if (subject === null || value === '' || (subject === 'key' && NAMES_VARIABLE.test(value))) return [];
  // LiteLLM and Aider put the provider before the name.
  const model = value.replace(/^openai\//, '');
  if (subject === 'model' && !isOfFamily(model)) return [];
  return [{ subject, name, value: subject === 'model' ? model : value, source: 'tool', place }];
}

/** Of TOML, lines with a name and a quoted value are enough. */
function readToml({ path, text }: SourceFile): readonly Setting[] {
  return text.split(/\r?\n/).flatMap((each, index) => {
    const [, name = '', value = ''] = /^\s*"?([\w.-]+)"?\s*=\s*["']([^"']*)["']/.exec(each) ?? [];
    return name === '' ? [] : settingOf(name, value, { file: path, line: index + 1 });
  });
}
