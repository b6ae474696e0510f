import type { report as english } from '../en/report';
import type { Messages } from '../shape';

export const report: Messages<typeof english> = {
  owner: {
    form: { email: 'メール', chat: 'チャット', ticket: 'チケット' },
    subject: 'OpenAI プロジェクトでモデル {{model}} を許可してください',
    subjectUnknown: 'OpenAI プロジェクトでモデルを許可してください',
    greeting: 'お疲れさまです。',
    problem:
      'OpenAI のプロジェクトでモデル {{model}} の使用が許可されていないため、API 呼び出しが拒否されています。組織オーナーの方であれば、1 分ほどで変更できます。お手数ですが、ご対応をお願いいたします。',
    chatProblem:
      'OpenAI のプロジェクトでモデル {{model}} が許可されておらず、呼び出しが拒否されています。組織オーナーとして許可していただけますか。',
    known: {
      allow_list:
        '管理 API キーで確認したところ、プロジェクトに許可リストがあり、このモデルは載っていません。',
      deny_list: '管理 API キーで確認したところ、プロジェクトに拒否リストがあり、このモデルが載っています。',
    },
    heading: {
      problem: '起きていること',
      facts: '詳細',
      clicks: '操作手順',
      caution: '押さないでいただきたいもの',
      after: '変更後について',
    },
    project: 'プロジェクト：{{project}}',
    model: 'モデル（この表記のまま）：{{model}}',
    organization: '組織：{{organization}}',
    error: 'エラー：{{error}}',
    since: '確認した最初の日時：{{at}}',
    request: 'リクエスト：{{requestId}}（{{at}}）',
    requestUntimed: 'リクエスト：{{requestId}}',
    further: 'プログラムが使うほかのモデル：{{models}}',
    click: {
      open: '{{url}} を開く',
      openNoLink: 'platform.openai.com の左上で、該当のプロジェクトを選ぶ',
      path: '画面上の場所：Settings → Project → Limits → Model usage',
      allowed: '「Allowed models」が設定されている場合：Edit → {{model}} にチェックを入れる → Save',
      blocked: '「Blocked models」が設定されている場合：Edit → {{model}} のチェックを外す → Save',
      further: '「Allowed models」が設定されている場合は、次のモデルも追加してください：{{models}}',
    },
    caution: {
      spend: '同じページの「Edit spend limit」は利用額の設定で、モデルとは関係ありません。',
      newList:
        'どちらのリストも設定されていない場合は、新しく作らないでください。許可リストを作ると、ほかのモデルがすべて使えなくなります。',
      newKey:
        '新しい API キーを作っても解決しません。リストはプロジェクトに属し、すべてのキーに適用されます。',
    },
    time: '変更が行き渡るまで数分かかり、その間は拒否されることがあります。',
    thanks: 'よろしくお願いいたします。',
    mailPaste: 'メッセージの全文はクリップボードにあります。ここに貼り付けてください。',
    save: 'ファイルに保存',
    mail: 'メールソフトで開く',
    copy: 'メッセージをコピー',
    mailOpened: 'メールソフトを開きました。宛先は入っていないので、送る相手を選んでください。',
    mailPasted: 'メッセージが長いため、クリップボードにコピーしました。新しいメールに貼り付けてください。',
    language: 'メッセージの言語',
    kind: 'メッセージの形式',
  },
  diagnosis: {
    title: '診断：このキーで {{model}} を使えるか',
    titleUnknown: '拒否された OpenAI 呼び出しの診断',
    made: '作成：{{at}}、Model Access Doctor {{version}}',
    practice: '練習モード：このレポートの内容はすべて架空のものです。',
    verdict: '診断結果',
    confidence: '確からしさ',
    facts: '詳細',
    pastedFacts: '貼り付けたエラーの情報',
    ladder: '呼び出しが通る 10 の層',
    ladderColumns: { layer: '層', state: '状態', reason: '根拠', evidence: '裏付け' },
    evidence: '根拠',
    evidenceColumns: {
      number: '番号',
      at: '日時（UTC）',
      what: '内容',
      result: '結果',
      request: 'リクエスト ID',
    },
    noEvidence: 'テストは行っていません。',
    policy: '管理 API キーで読み取ったプロジェクト',
    policyKind: {
      none: 'モデルのリストなし',
      allow_list: '許可リスト（{{count}} 件）',
      deny_list: '拒否リスト（{{count}} 件）',
    },
    rivals: '同じ根拠に当てはまるほかの原因',
    remedy: '対処方法',
    text: '貼り付けたテキスト',
    versions: 'バージョン',
    redacted:
      'キー、トークン、メールアドレスは取り除きました。プロジェクト、組織、リクエストの ID は、OpenAI のサポートへの問い合わせに必要なため残しています。',
    save: 'レポートを保存…',
    saveLead:
      '診断の全体を、秘密情報を除いてファイルにします。同僚への共有、チケット、公開の issue に使えます。',
    format: { markdown: 'Markdown', json: 'JSON', html: '印刷用ページ（HTML）' },
  },
  nearest: {
    title: 'それまでの代わり：このキーの一覧にあるモデル',
    lead: '提供中のモデルのうち、最も近いものです。一覧にあるだけで、テストはしていません。確かめるには「キーとモデル」で選んでテストしてください。',
    difference: {
      replacement: 'OpenAI が示す後継モデル（{{date}} 時点）',
      spelling: '同じモデルの別表記',
      variant: '同じ世代の別の種類',
      generation: '同じ種類の別の世代',
      family: '別の世代の別の種類',
    },
    retires: '{{date}} に提供終了予定',
    copy: '名前をコピー',
  },
};
