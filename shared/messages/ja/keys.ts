import type { keys as english } from '../en/keys';
import type { Messages } from '../shape';

export const keys: Messages<typeof english> = {
  title: 'キー',
  lead: 'キーの値はシステムのキーチェーンに保存され、この画面に戻ることはありません。',
  leadSession: 'キーの値は、アプリを終了するまでメモリにのみ置かれます。',
  leadPractice: 'ここにあるのは架空のキーです。練習用の組織でのみ使えます。',
  practiceOnly:
    'このビルドは練習専用のため、ご自身のキーは保存できません。公式ビルドではキーチェーンに保存されます。',
  add: 'キーを追加',
  emptyTitle: 'キーはまだありません',
  empty:
    'キーがあれば、診断結果を無料で確かめ、直ったことを証明できます。ない場合は、貼り付けたテキストだけから判断します。',
  list: '保存されたキー',
  kind: {
    project: 'プロジェクトキー',
    service_account: 'サービスアカウント',
    legacy: 'ユーザーキー（旧形式）',
    admin: '管理 API キー',
    realtime: 'Realtime セッションキー',
    unknown: '形式不明のキー',
  },
  knownSince: '{{moment}} に確認',
  sentFor: '{{id}} を指定して送信',
  neverChecked: '未テスト',
  testedAt: 'テスト：{{moment}}',
  health: {
    accepted: '有効（モデル {{count}} 件）',
    accepted_cannot_list: '有効（モデル一覧の取得は不可）',
    refused: '拒否されました',
    undecided: '判断できません',
  },
  check: 'テスト',
  copySecret: 'クリップボードにコピー',
  copiedSecret: 'コピーしました。30 秒後、キーがまだ残っていればクリップボードから消去します。',
  more: '「{{label}}」のその他の操作',
  delete: '削除',
  deleteTitle: '「{{label}}」（…{{lastFour}}）を削除しますか？',
  deleteExplanation: {
    keychain:
      'このコンピューターのキーチェーンから値を削除します。OpenAI 側では、失効させるまでキーは有効なままです。',
    session:
      'キーの値をメモリから消去します。ほかの場所には保存されていません。OpenAI 側では、失効させるまでキーは有効なままです。',
    practice: '練習に入り直すまで、この練習用のキーは使えなくなります。',
  },
  dialog: {
    title: 'キーを追加',
    secret: 'API キー',
    secretHelp: {
      keychain: '値はそのままキーチェーンに入ります。前後の引用符や「Bearer」は取り除きます。',
      session: '値はアプリを終了するまでメモリにのみあります。前後の引用符や「Bearer」は取り除きます。',
      practice: '練習では、練習用のキーだけをメモリに置きます。ご自身のキーは入力しないでください。',
    },
    label: 'ラベル',
    labelPlaceholder: '例：検証用サーバー',
    labelHelp: 'キーを見分けるための名前です。キーの値は二度と表示されません。',
    advanced: '詳細：別のアドレス',
    baseUrl: 'ベース URL',
    baseUrlHelp:
      'ゲートウェイや地域別ホストを使う場合のみ指定します。キーはこのアドレスに結び付けられ、ほかには送られません。https:// で始めてください。http:// を使えるのはこのコンピューター宛てのみです。',
    submit: 'キーを保存',
  },
  vault: {
    ready: 'キーの値は{{backend}}に保存されています。',
    unused:
      'キーの値の保存先は{{backend}}です。起動後はまだ接続していません。キーを保存または使用するときに接続します。',
    session: 'このセッションのみ：キーの値はメモリにあり、終了すると消えます。',
    practice: '練習用のキーです。メモリにのみあります。',
    backend: {
      secret_service: 'デスクトップのキーチェーン（Secret Service）',
      macos_keychain: 'macOS のキーチェーン',
      windows_credential_manager: 'Windows 資格情報マネージャー',
    },
    problem: {
      locked: 'キーチェーンがロックされています',
      absent: 'キーチェーンが応答しません',
      denied: 'キーチェーンがアクセスを拒否しました',
      timeout: 'キーチェーンから応答がありません',
      failed: 'キーチェーンの処理が途中で切れました',
    },
    remedy: {
      secret_service: {
        locked:
          '「パスワードと鍵」（Seahorse）や KWalletManager などで、「ログイン」のロックを解除してから再試行してください。',
        absent:
          'gnome-keyring や KWallet などをインストールして起動し、デスクトップにログインし直してから再試行してください。',
        denied: '確認画面が閉じられたか、拒否されました。再試行して、アクセスを許可してください。',
        timeout: 'ほかのウィンドウの後ろにパスワードの確認画面がないか探し、入力してから再試行してください。',
        failed: 'ログインし直してキーチェーンを再起動してから、再試行してください。',
      },
      macos_keychain: {
        locked:
          '「キーチェーンアクセス」を開き、「ログイン」キーチェーンのロックを解除してから再試行してください。',
        absent:
          '「キーチェーンアクセス」を開き、「ログイン」キーチェーンがあることを確認してから再試行してください。',
        denied: '再試行して、確認画面で「許可」を選んでください。',
        timeout:
          'ほかのウィンドウの後ろにキーチェーンの確認画面がないか探し、応答してから再試行してください。',
        failed: 'コンピューターを再起動してから、再試行してください。',
      },
      windows_credential_manager: {
        locked: 'Windows にサインインし直してから、再試行してください。',
        absent: '「サービス」で「Credential Manager」が動いていることを確認してから再試行してください。',
        denied: 'このコンピューターの管理者に、資格情報マネージャーの利用許可を依頼してください。',
        timeout: '「サービス」で「Credential Manager」が応答しているか確認してから再試行してください。',
        failed: 'コンピューターを再起動してから、再試行してください。',
      },
    },
    untouched: 'すでに保存されているキーには手を加えません。',
    useSession: 'このセッションのみ使う',
    retry: '再試行',
  },
};
