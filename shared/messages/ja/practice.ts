import type { practice as english } from '../en/practice';
import type { Messages } from '../shape';

export const practice: Messages<typeof english> = {
  name: '練習',
  ribbon: 'このコンピューター内の架空の組織です。OpenAI には何も送られず、ご自身のキーにも触れません。',
  leave: '練習を終える',
  leaving: {
    title: '練習を終えますか？',
    explanation: '練習は毎回、最初の状態から始まります。{{lost}}は失われます。',
    lost: {
      fix: '途中まで進めた手順',
      watch: '実行中の監視',
      run: '完了していない対応表の実行',
    },
  },
  only: 'このビルドは再ビルドされた Electron で動いているため、練習のみ利用できます。実際のキーは扱いません。',
  card: {
    title: 'キーなしで試す',
    lead: '架空の組織で練習できます。同じエラー、クリックできるコンソール、直ったことの確認まで体験できます。アカウントも費用も不要です。',
    enter: '練習を始める',
  },
  scenarios: {
    title: '練習する例を選んでください',
    lead: 'どれも架空のプログラムが出力したエラーです。修正は練習用コンソールで実際に行います。',
    recommended: 'まずはこちら',
  },
  outside: {
    title: '練習用ではないエラーです',
    project:
      'このエラーが示すプロジェクト {{id}} は、練習の中にはありません。内容は読み取れますが、ここでは直せません。',
    organization:
      'このエラーが示す組織 {{id}} は、練習の中にはありません。内容は読み取れますが、ここでは直せません。',
    hint: '解決するには練習を終えてください。テキストはそのまま引き継がれます。',
    leave: 'テキストを引き継いで練習を終える',
  },
  condition: {
    button: 'サービス：{{name}}',
    title: '練習用サービスの応答',
    name: {
      normal: '正常',
      slow: '遅い',
      storm: 'レート制限が多発',
      unsteady: '不安定',
      broken: '壊れた応答',
      silent: '応答なし',
    },
    lead: {
      normal: 'プロジェクトの設定どおりに、すぐに応答します。',
      slow: '正しく応答しますが、数秒かかります。',
      storm: '1 秒に 2 件だけ通り、ほかは待つように言われます。',
      unsteady: '10 件のうち 4 件が、さまざまな形で失敗します。',
      broken: 'Web ページ、途中で切れた JSON、リダイレクト、終わりのない本文を返します。',
      silent: 'テストがあきらめるまで、何も応答しません。',
    },
  },
  large: {
    name: '大きな組織を追加',
    lead: 'キー 188 件とモデル 250 件を追加し、大きな対応表を試せます。',
    there: '追加済みです：Cedar Works（キー 188 件、モデル 250 件）',
  },
  openConsole: '練習用コンソールを別のウィンドウで開きます。',
  scenario: {
    allow_list: {
      title: '許可リストにないモデル',
      lead: '最も多い例です。プロジェクトで一部のモデルだけが許可されています。',
    },
    block_list: {
      title: '拒否リストにあるモデル',
      lead: 'このモデルだけが拒否されています。',
    },
    wrong_project_key: {
      title: '別のプロジェクトのキー',
      lead: 'エラーが示すプロジェクトと、キーのプロジェクトが異なります。',
    },
    restricted_key: {
      title: '権限のないキー',
      lead: 'モデルの一覧は取得できますが、利用はできません。',
    },
    no_credit: {
      title: '残高なし',
      lead: '利用権の問題に見えますが、支払いの問題です。',
    },
    not_verified: {
      title: '組織が未確認',
      lead: '組織の確認が必要なモデルです。',
    },
    retired_model: {
      title: '提供終了のモデル',
      lead: '提供が終了しており、設定では戻りません。',
    },
    typo: {
      title: 'モデル名の誤り',
      lead: 'この名前のモデルは存在しません。',
    },
    alias_vs_snapshot: {
      title: 'エイリアスとスナップショット',
      lead: '許可された表記と、送った表記が異なります。',
    },
    not_owner: {
      title: 'オーナーではない場合',
      lead: 'リストは見えますが、変更できません。',
    },
    not_entitled: {
      title: '組織にモデルがない',
      lead: 'プロジェクトに制限はなく、組織自体に利用資格がありません。',
    },
    wrong_host: {
      title: 'リージョン指定のプロジェクト',
      lead: 'プロジェクトは別のホストで応答します。',
    },
    revoked_key: {
      title: '失効したキー',
      lead: 'コンソールでキーが無効にされています。',
    },
    batch_sibling: {
      title: 'バッチだけが拒否される',
      lead: 'モデルは応答しますが、バッチは別の名前で要求します。',
    },
    refused_stream: {
      title: 'ストリームの途中で拒否',
      lead: 'ステータス 200 で始まったストリームの中で拒否されます。',
    },
    gateway: {
      title: 'ゲートウェイ経由',
      lead: '別のサービスが OpenAI のエラーをそのまま返します。どこのリストでしょうか。',
    },
    other: {
      title: 'そのほかの例',
      lead: 'エラーを読んで確かめてください。',
    },
  },
};
