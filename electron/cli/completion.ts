/** Completion for the shells that people use, made from the tree of commands, so that it knows each option of the help. */
import type { Argument, Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export function completionScript(shell: Shell, tree: Command): string {
  const spec = specOf(tree);
  if (shell === 'bash') return forBash(spec);
  return shell === 'zsh' ? forZsh(spec) : forFish(spec);
}

/** A place where something can be typed. `choices`: null where it is a file. */
interface Slot {
  readonly choices: readonly string[] | null;
}
interface Flag {
  readonly names: readonly string[];
  readonly description: string;
  /** What follows it; null for nothing. */
  readonly value: Slot | null;
}
interface Spec {
  readonly name: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  readonly slots: readonly Slot[];
  readonly commands: readonly Spec[];
}

function specOf(command: Command): Spec {
  const help = command.createHelp();
  const globals = command.parent === null ? [] : help.visibleGlobalOptions(command);
  return {
    name: command.name(),
    description: command.description(),
    flags: [...help.visibleOptions(command), ...globals].map(flagOf),
    slots: command.registeredArguments.map(slotOf),
    commands: command.commands.map(specOf),
  };
}

function flagOf(option: Option): Flag {
  const names = [option.short, option.long].filter((name) => name !== undefined);
  const value = option.required || option.optional ? slotOf(option) : null;
  return { names, description: option.description, value };
}

function slotOf({ argChoices }: Pick<Option | Argument, 'argChoices'>): Slot {
  return { choices: argChoices ?? null };
}

const wordsOf = (spec: Spec) => [
  ...spec.commands.map(({ name }) => name),
  ...spec.flags.flatMap(({ names }) => names),
];
const nameForShell = (name: string) => name.replaceAll('-', '_');

function forBash(spec: Spec): string {
  const cases = [spec, ...spec.commands].map((each) => bashCase(each, each === spec));
  return `# bash completion of ${spec.name}
_${nameForShell(spec.name)}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${spec.commands.map(({ name }) => name).join('|')}) command="$word"; break ;; esac
  done
  COMPREPLY=()
  case "$command" in
${cases.join('\n')}
  esac
}
complete -F _${nameForShell(spec.name)} ${spec.name}
`;
}

function bashCase(spec: Spec, isRoot: boolean): string {
  const valued = spec.flags.flatMap(({ names, value }) =>
    value === null ? [] : [`      ${names.join('|')}) ${bashReply(value)}; return ;;`],
  );
  const words = `COMPREPLY=($(compgen -W '${wordsOf(spec).join(' ')}' -- "$current"))`;
  const [free] = spec.slots;
  const rest =
    free === undefined ? words : `if [[ $current == -* ]]; then ${words}; else ${bashReply(free)}; fi`;
  return [
    `  ${isRoot ? "''" : spec.name})`,
    ...(valued.length === 0 ? [] : ['    case "$previous" in', ...valued, '    esac']),
    `    ${rest} ;;`,
  ].join('\n');
}

function bashReply({ choices }: Slot): string {
  if (choices !== null) return `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current"))`;
  return `local IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current"))`;
}

const zshQuoted = (text: string) =>
  text.replaceAll("'", "'\\''").replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', '\\:');

function forZsh(spec: Spec): string {
  const name = nameForShell(spec.name);
  const branches = spec.commands.map(
    (each) => `    ${each.name})\n      _arguments ${zshArguments(each).join(' ')} ;;`,
  );
  const commands = spec.commands.map((each) => `'${each.name}:${zshQuoted(each.description)}'`);
  return `#compdef ${spec.name}
_${name}() {
  local state line
  local -a commands
  commands=(${commands.join(' ')})
  _arguments -C ${zshArguments(spec).join(' ')} '1: :->command' '*::argument:->argument'
  case "$state" in
  command) _describe 'command' commands ;;
  argument)
    case "$line[1]" in
${branches.join('\n')}
    esac ;;
  esac
}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${spec.name}; fi
`;
}

function zshArguments({ flags, slots }: Spec): readonly string[] {
  const options = flags.flatMap(({ names, description, value }) =>
    names.map(
      (name) => `'${name}[${zshQuoted(description)}]${value === null ? '' : `:value:${zshValues(value)}`}'`,
    ),
  );
  return [...options, ...slots.map((slot, index) => `'${index + 1}::argument:${zshValues(slot)}'`)];
}

function zshValues({ choices }: Slot): string {
  return choices === null ? '_files' : `(${choices.join(' ')})`;
}

const fishQuoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function forFish(spec: Spec): string {
  const names = spec.commands.map(({ name }) => name).join(' ');
  const head = `complete -c ${spec.name}`;
  const top = `-n 'not __fish_seen_subcommand_from ${names}'`;
  return [
    `# fish completion of ${spec.name}`,
    `${head} -f`,
    ...spec.commands.map(
      ({ name, description }) => `${head} ${top} -a ${name} -d ${fishQuoted(description)}`,
    ),
    ...spec.flags.map((flag) => `${head} ${top} ${fishFlag(flag)}`),
    ...spec.commands.flatMap((each) => {
      const seen = `-n '__fish_seen_subcommand_from ${each.name}'`;
      return [
        ...each.flags.map((flag) => `${head} ${seen} ${fishFlag(flag)}`),
        ...each.slots.map(({ choices }) =>
          choices === null ? `${head} ${seen} -F` : `${head} ${seen} -a ${fishQuoted(choices.join(' '))}`,
        ),
      ];
    }),
    '',
  ].join('\n');
}

function fishFlag({ names, description, value }: Flag): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const values =
    value === null
      ? []
      : value.choices === null
        ? ['-r -F']
        : [`-x -a ${fishQuoted(value.choices.join(' '))}`];
  return [...flags, ...values, `-d ${fishQuoted(description)}`].join(' ');
}
