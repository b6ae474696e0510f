import { createContext, type ReactNode, useContext, useMemo, useReducer } from 'react';
import type { Page } from '../../shared/ipc/views';

/** Where the person is, and the pages before and after it, the nearest last. */
export interface Trail {
  readonly page: Page;
  readonly past: readonly Page[];
  readonly future: readonly Page[];
}

export type TrailStep =
  | { readonly kind: 'go'; readonly page: Page }
  /** To the page on which an earlier window ended, unless the person has gone anywhere by themselves. */
  | { readonly kind: 'go_on'; readonly page: Page }
  | { readonly kind: 'back' }
  | { readonly kind: 'forward' }
  /** The cases that there are; the way back leads to no other. */
  | { readonly kind: 'cases_known'; readonly ids: ReadonlySet<string> };

/** Further back than this nobody goes step by step. */
const LONGEST_TRAIL = 50;

export const FIRST_TRAIL: Trail = { page: { kind: 'diagnose' }, past: [], future: [] };

/** Names the place that a page is; two pages of one place are the same to whoever goes back. */
export function placeOf(page: Page): string {
  return page.kind === 'case' ? `case ${page.id} ${page.part}` : page.kind;
}

export function follow(trail: Trail, step: TrailStep): Trail {
  const { page, past, future } = trail;
  switch (step.kind) {
    case 'go':
      if (placeOf(step.page) === placeOf(page)) return trail;
      return { page: step.page, past: [...past, page].slice(-LONGEST_TRAIL), future: [] };
    case 'go_on':
      return trail === FIRST_TRAIL ? follow(trail, { kind: 'go', page: step.page }) : trail;
    case 'back': {
      const previous = past.at(-1);
      if (previous === undefined) return trail;
      return { page: previous, past: past.slice(0, -1), future: [...future, page] };
    }
    case 'forward': {
      const next = future.at(-1);
      if (next === undefined) return trail;
      return { page: next, past: [...past, page], future: future.slice(0, -1) };
    }
    case 'cases_known': {
      const isThere = (visited: Page) => visited.kind !== 'case' || step.ids.has(visited.id);
      const left = (pages: readonly Page[]) => withoutRepeats(page, pages.filter(isThere));
      return { page, past: left(past), future: left(future) };
    }
  }
}

/** Each step leads to another place, even where a page between two visits of one place is gone. */
function withoutRepeats(page: Page, pages: readonly Page[]): readonly Page[] {
  return pages.filter((visited, index) => placeOf(visited) !== placeOf(pages[index + 1] ?? page));
}

interface Navigation {
  readonly page: Page;
  readonly go: (page: Page) => void;
  readonly goOn: (page: Page) => void;
  readonly back: () => void;
  readonly forward: () => void;
  /** Takes the cases that are gone off the way back; told each time the list of cases was read. */
  readonly keepCases: (ids: ReadonlySet<string>) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [{ page }, step] = useReducer(follow, FIRST_TRAIL);
  const ways = useMemo(
    () => ({
      go: (to: Page) => step({ kind: 'go', page: to }),
      goOn: (to: Page) => step({ kind: 'go_on', page: to }),
      back: () => step({ kind: 'back' }),
      forward: () => step({ kind: 'forward' }),
      keepCases: (ids: ReadonlySet<string>) => step({ kind: 'cases_known', ids }),
    }),
    [],
  );
  const value = useMemo(() => ({ page, ...ways }), [page, ways]);
  return <NavigationContext value={value}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation is used outside its provider');
  return navigation;
}
