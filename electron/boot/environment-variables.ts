/**
 * OPENAI_* variables of this machine: reported by name, since a stale one is a frequent cause, and then removed from
 * this process, so that neither the SDK nor a child process can ever take one up.
 */
export function takeOpenAiVariables(environment: Record<string, string | undefined>): readonly string[] {
  const names = Object.keys(environment)
    .filter((name) => /^OPENAI_[A-Z0-9_]+$/i.test(name) && environment[name] !== '')
    .sort();
  for (const name of names) delete environment[name];
  return names;
}
