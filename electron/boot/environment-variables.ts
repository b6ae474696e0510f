/**
 * OPENAI_* variables of this machine: reported by name, since a stale one is a frequent cause, and then removed from
 * this process, so that neither the SDK nor a child process can ever take one up. Their values are kept by whoever
 * calls, for the one case that the person asks to import them.
 */
export function takeOpenAiVariables(
  environment: Record<string, string | undefined>,
): ReadonlyMap<string, string> {
  const taken = Object.entries(environment)
    .flatMap(([name, value]) => (/^OPENAI_[A-Z0-9_]+$/i.test(name) && value ? [[name, value] as const] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name] of taken) delete environment[name];
  return new Map(taken);
}
