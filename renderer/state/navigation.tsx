import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

export type Page =
  | { readonly kind: 'diagnose' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'history' }
  | { readonly kind: 'admin' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'case'; readonly id: string; readonly part: 'verdict' | 'wizard' };

interface Navigation {
  readonly page: Page;
  readonly go: (page: Page) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [page, go] = useState<Page>({ kind: 'diagnose' });
  const value = useMemo(() => ({ page, go }), [page]);
  return <NavigationContext value={value}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('useNavigation is used outside its provider');
  return navigation;
}
