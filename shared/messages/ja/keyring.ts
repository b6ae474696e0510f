import type { keyring as english } from '../en/keyring';
import type { Messages } from '../shape';

export const keyring: Messages<typeof english> = {
  search: 'キーを検索',
  searchPlaceholder: 'ラベル、メモ、末尾、プロジェクトなど',
  clearSearch: '検索をクリア',
  sort: {
    label: '並べ替え',
    newest: '新しい順',
    label_: 'ラベル順',
    project: 'プロジェクト順',
    checked: '前回のテスト順',
    health: '問題のあるものから',
  },
  filter: {
    open: '絞り込み',
    active: '絞り込み（{{count}}）',
    clear: '絞り込みを解除',
    any: 'すべて',
    kind: '種類',
    project: 'プロジェクト',
    organization: '組織',
    health: '前回の結果',
    colour: '色',
    unknown: '未確認',
    none: 'なし',
    accepted: '有効',
    unchecked: '未テスト',
    drifted: 'キーチェーンと不一致',
  },
  count: 'キー {{count}} 件',
  untested: {
    text: '未テストのキーが {{count}} 件あります。キーごとに無料のリクエスト 1 回で確認できます。',
    test: '{{count}} 件をテスト',
  },
  countOf: '{{total}} 件中 {{shown}} 件を表示',
  nothingFits: '条件に合うキーはありません。',
  selectAll: '表示中のキーをすべて選択',
  select: '「{{label}}」を選択',
  selected: '{{count}} 件を選択中',
  clearSelection: '選択を解除',
  bulk: {
    bar: '選択したキーの操作',
    check: 'テスト',
    colour: '色',
    delete: '削除',
    deleteTitle: '{{count}} 件のキーを削除しますか？',
  },
  deleted: 'キーを {{count}} 件削除しました。値は数秒後にキーチェーンから消えます。',
  colour: {
    none: '色なし',
    red: '赤',
    orange: 'オレンジ',
    green: '緑',
    teal: '青緑',
    blue: '青',
    purple: '紫',
    grey: 'グレー',
  },
  details: {
    open: '詳細',
    note: 'メモ',
    notePlaceholder: '用途、使っている場所、更新できる人など',
    colour: '色',
    save: '保存',
    saved: '保存しました',
    known: '分かっていること',
    kind: '種類',
    ending: '末尾',
    project: 'プロジェクト',
    organization: '組織',
    address: '送信先（ここのみ）',
    added: '追加日時',
    checked: '前回のテスト',
    result: '結果',
    learnedLater: '不明（まだどの応答にも示されていません）',
    sent: '送信時の指定',
    sentNothing: 'ヘッダーなし（API 側の既定）',
    sentFor: {
      title: '組織とプロジェクト',
      help: 'この種類のキーは、複数の組織やプロジェクトで使えることがあります。ここで指定した値を、テストのヘッダーとして送ります。診断するエラーに別の組織やプロジェクトが書かれているときは、そちらを優先します。どちらも空にすると、API 側の既定に任せます。',
      organization: 'OpenAI-Organization',
      project: 'OpenAI-Project',
      voids:
        '保存すると、これまでの結果はこのキーの判定に使われなくなります。別の組織またはプロジェクトとして受け取った応答だからです。',
    },
  },
  sameLabel: '同じラベルのキーがほかにもあります。',
  useLabel: '「{{label}}」にする',
  rotate: {
    open: '値を置き換える',
    title: '「{{label}}」の値を置き換える',
    explanation:
      'ラベル、メモ、送信先、履歴はそのまま残ります。新しい値を安全に保存してから、古い値をキーチェーンから削除します。',
    secret: '新しい API キー',
    submit: '置き換える',
  },
  drift: {
    missing: 'キーチェーンにありません',
    changed: '外部で変更されています',
    missingTitle: 'このキーの値がキーチェーンにありません',
    missingText:
      'ほかのプログラムか人が削除したようです。使い続けるにはキーを貼り付け直し、不要なら項目を削除してください。',
    changedTitle: 'キーチェーンの値が別のものに変わっています',
    changedText:
      'アプリの外で変更されたため、決めていただくまで使いません。受け入れるか、正しいキーに置き換えてください。',
    accept: '今の値を受け入れる',
  },
  review: {
    start: 'キーチェーンを点検',
    title: 'キーチェーンとこの一覧の照合',
    fine: 'あるべき場所にある値：{{count}} 件',
    missing: 'なくなっている値：{{count}} 件',
    changed: '外部で変更された値：{{count}} 件',
    inList: '一覧に印が付いています。開いて修復してください。',
    unclaimed: 'この一覧で使われていない、このアプリのキーチェーン項目：{{count}} 件',
    unclaimedText:
      '不要になったと判断できる材料はありません。心当たりのあるものは一覧に追加してください。削除は 1 件ずつ、指定したものだけを行います。',
    unnamed: 'ラベルなし',
    origin: {
      own: 'このアプリが登録したものです。',
      other_profile:
        'このコンピューターの別のプロファイルで動くこのアプリが登録したもので、まだ使われている可能性があります。',
      unknown: '以前のバージョンが登録したもので、どのプロファイルのものかは記録されていません。',
    },
    sameAs: 'この一覧の「{{label}}」と同じ値です。',
    sentTo: '送信先は {{address}} に限られます。',
    adopt: '一覧に追加',
    remove: '削除…',
    removeTitle: '「{{name}}」をキーチェーンから削除しますか？',
    removeText:
      '削除した値は元に戻せません。このアプリに控えはありません。別のプロファイルのアプリが使っている場合、そのキーは使えなくなります。',
  },
  recovered: {
    title: 'キーチェーンからキーを一覧に戻しました',
    restored: '一覧になかったキーをキーチェーンから見つけ、一覧に戻しました：{{count}} 件。{{labels}}',
    withoutDetails:
      'うち {{count}} 件は値しか残っていませんでした。仮のラベルを付け、送信先を OpenAI にしています。使う前に両方を確認してください。',
    damagedTitle: 'キーチェーン内のキー一覧に欠けている部分があります',
    damaged:
      'キーチェーンに保存しているキー一覧に、削除または破損した部分があります：{{count}} か所。そこだけに記録されていたキーは、値がキーチェーンに残っていてもアプリからは見つけられません。足りないキーがあれば、もう一度追加してください。',
    mended: '一覧の内容がキーチェーンの記録と異なっていたため、次のキーを修正しました：{{labels}}',
    more: '… ほか {{count}} 件',
  },
  unreadable: {
    title: '読み取れないキーの項目：{{count}} 件',
    text: '該当の項目を別に保管しました。値は削除していません。キーチェーンを読み取れるようになりしだい、その記録から一覧に戻します。',
  },
  desktop: {
    gnome: {
      locked:
        '「パスワードと鍵」を開き、「ログイン」を右クリックして「ロック解除」を選んでから再試行してください。',
      absent: 'gnome-keyring をインストールし、起動するようにログインし直してから再試行してください。',
    },
    kde: {
      locked: 'KWalletManager でウォレット「kdewallet」を開いてから再試行してください。',
      absent:
        'システム設定で「KDE ウォレット」とその Secret Service インターフェイスを有効にし、ログインし直してから再試行してください。',
    },
  },
};
