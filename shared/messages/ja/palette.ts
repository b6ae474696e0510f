import type { palette as english } from '../en/palette';
import type { Messages } from '../shape';

export const palette: Messages<typeof english> = {
  open: '検索',
  title: '検索とコマンド',
  placeholder: '画面、診断、キー、コマンドを検索',
  hint: '矢印キーで移動、Enter で決定、Esc で閉じます。',
  found: '検索結果：{{count}} 件',
  nothing: '「{{query}}」に当てはまるものはありません。',
  group: {
    pages: '画面',
    actions: 'コマンド',
    cases: '最近の診断',
    keys: 'キー',
  },
  action: {
    newDiagnosis: '新しく診断する',
    fillMatrix: '一覧表を埋める（各キーに無料で問い合わせる）',
    exportMatrix: '一覧表を {{format}} で書き出す',
    exportHistory: '履歴を {{format}} で書き出す',
    toLight: 'ライト表示に切り替える',
    toDark: 'ダーク表示に切り替える',
    toSystem: 'システムの表示に合わせる',
    toEnglish: '英語（English）に切り替える',
    toJapanese: '日本語に切り替える',
  },
  sheet: {
    title: 'キーボードショートカット',
    everywhere: 'どの画面でも',
    pages: '画面の切り替え',
    work: '診断とテスト',
    matrix: '一覧表',
  },
  answer: {
    saved: '保存しました：{{name}}',
  },
  shortcut: {
    palette: '画面、診断、キー、コマンドを検索する',
    sheet: 'ショートカットをすべて表示する',
    back: '戻る',
    forward: '進む',
    submit: '入力した内容を診断する',
    retest: 'もう一度テストする（診断、または選択中の項目）',
    gridMove: 'ほかのマスへ移動する',
    gridExtend: '移動しながら選択する',
    gridRow: '行の先頭または末尾へ移動する',
    gridScreen: '1 画面分、上または下へ移動する',
    gridEdge: '一覧表の端へ移動する',
    gridToggle: 'マスを選択する、または選択を外す',
    gridAll: '表示中のマスをすべて選択する',
    gridOpen: 'マスの詳細を表示する',
  },
};
