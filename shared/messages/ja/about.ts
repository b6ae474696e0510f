import type { about as english } from '../en/about';
import type { Messages } from '../shape';

export const about: Messages<typeof english> = {
  storage: {
    title: '保存場所と保存内容',
    lead: {
      real: 'すべてこのコンピューターの、お使いのアカウントの中だけに保存されます。',
      practice:
        '練習中のキー、診断、テスト結果はメモリ上だけにあり、練習を終えると消えます。練習以外のデータの保存場所は次のとおりです。',
    },
    backend: {
      secret_service: 'システムのキーリング（Secret Service）の「Model Access Doctor」',
      macos_keychain: 'macOS のキーチェーンの「Model Access Doctor」',
      windows_credential_manager: 'Windows の資格情報マネージャーの「Model Access Doctor」',
      session: 'メモリ上（アプリを終了するまで）',
      practice: 'メモリ上（練習を終えるまで）',
    },
    keys: {
      title: 'キー',
      holds:
        'API キーと管理キー。一覧が失われても復元できるよう、ラベル、接続先、色、指定した組織とプロジェクト、追加日も一緒に保存します。',
      never: 'エラーの文面や API の応答は保存しません。',
    },
    database: {
      title: 'データベース',
      none: 'ファイルを開けなかったため、メモリ上だけにあります。',
      holds:
        '診断とエラーの文面、テストの応答。キーについては、ラベル、メモ、末尾 4 文字、フィンガープリント、確認できた内容を保存します。管理キーで読み取った内容と変更の履歴も含みます。',
      never:
        '登録したキーの全体は書き込みません。文面に含まれるその他のキーやトークンも、認識できたものは書き込む前に取り除きます。',
    },
    settings: {
      title: '設定',
      where: 'データベースの中',
      holds: 'このページで選んだ内容、ウィンドウの位置、エラー入力欄のテキスト。',
      never: '登録したキーの全体は書き込みません。',
    },
    log: {
      title: 'ログ',
      none: 'まだファイルはありません（エラーは記録されていません）。',
      holds: 'アプリ自体のエラー。およそ 128 kB のファイル 2 つまでです。',
      never:
        '登録したキーの全体は書き込みません。その他のキー、トークン、メールアドレスも認識できたものは除き、ホームフォルダの名前も書き込みません。',
    },
  },
  licences: {
    open: 'ライセンス…',
    title: 'ライセンス',
    own: 'Model Access Doctor は MIT ライセンスで提供されます。',
    runtime: 'Electron と Chromium のライセンスは、プログラムと同じ場所にあります。',
    count: '次のパッケージ（{{count}} 件）を含みます。',
    list: '含まれるパッケージ',
  },
};
