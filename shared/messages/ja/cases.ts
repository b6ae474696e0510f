import type { cases as english } from '../en/cases';
import type { Messages } from '../shape';

export const cases: Messages<typeof english> = {
  lead: 'このコンピューターで診断したものの一覧です。',
  leadCut: '新しい診断から順に表示しています。古い診断も残っており、新しいものを削除すると表示されます。',
  search: '診断を検索',
  searchHint: '名前、モデル、プロジェクト、原因',
  list: '診断',
  nothing: '「{{query}}」に一致する診断はありません。',
  emptyTitle: 'まだ診断がありません',
  empty: '「診断」にエラーを貼り付けると、ここに残ります。',
  rename: '名前を変更…',
  renameTitle: 'この診断の名前',
  nameHint: '空にすると、モデル名で表示します。',
  save: '保存',
  pin: '先頭にピン留め',
  unpin: 'ピン留めを外す',
  select: '{{title}} を選択',
  selectAll: '表示中のものをすべて選択',
  bar: '選択した診断',
  selected: '{{count}} 件を選択中',
  clear: '選択を解除',
  deleteTitle: '{{count}} 件の診断を削除しますか？',
  deleted: '診断を {{count}} 件削除しました。',
};
