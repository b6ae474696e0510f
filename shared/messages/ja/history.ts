import type { history as english } from '../en/history';
import type { Messages } from '../shape';

export const history: Messages<typeof english> = {
  title: '履歴',
  lead: 'すべてのテストを応答とともに残します。いつから拒否されているかを確かめられます。',
  emptyTitle: 'まだテストしていません',
  empty: 'キー、診断、一覧表のテストをすると、その証拠とともにここに残ります。',
  noMatch: 'この条件に合うテストはありません。',
  list: 'テスト',
  total: 'テスト：{{count}} 件',
  older: '以前のものを表示',
  newer: '新しいテスト {{count}} 件を表示',
  repeated: '{{time}} に再テスト：',
  repeatedDetails: 'このテストを表示',
  filter: {
    key: 'キー',
    anyKey: 'すべてのキー',
  },
  keyGone: 'このキーは削除されましたが、テストは残っています。',
  column: {
    key: 'キー',
    model: 'モデル',
  },
  wholeList: 'モデルの一覧（{{count}} 件）',
  wholeListFailed: 'モデルの一覧',
  thisTest: 'このテスト',
  retest: '再テスト',
  details: '詳細',
  runs: '実行',
  runsLead:
    '2 つの実行を比べると、使えるようになったもの、使えなくなったもの、理由が変わったものが分かります。',
  noRuns: '一覧表の実行はまだありません。',
  run: {
    fill: '一覧の取得',
    free: '無料のテスト',
    real: '実際のリクエスト',
    state: {
      running: '実行中',
      done: '完了',
      cancelled: '中止',
      interrupted: '中断',
    },
  },
  before: '前の実行',
  after: '後の実行',
  compare: '比較',
  compared: {
    same: '変化なし：{{count}} 件',
    onlyOne: '一方にのみ存在：{{count}} 件',
    changed: '変化あり：{{count}} 件',
    otherwiseTested: 'テストの厳しさが違うだけ：{{count}} 件',
    none: 'この 2 つの実行の間に変化はありません。',
    nothingShared: 'この 2 つの実行には共通して答えの得られた項目がなく、比較できません。',
    was: '前',
    now: '後',
  },
  chart: {
    label: '応答の推移：{{from}} から {{to}} までの {{count}} 件',
    works: '使える',
    unknown: '不明',
    lacking: '使えない',
  },
};
