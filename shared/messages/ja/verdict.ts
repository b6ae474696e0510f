import type { verdict as english } from '../en/verdict';
import type { Messages } from '../shape';

export const verdict: Messages<typeof english> = {
  outcome: {
    refused: '呼び出しは拒否されています',
    open: 'アクセスできます',
    undecided: 'まだ判定できません',
    not_an_error: 'これは失敗の記録ではありません',
  },
  confidence: { certain: '確実', likely: '有力', possible: '可能性あり' },
  confidenceHelp: {
    certain: 'API または貼り付けた文面が、そのとおりに述べています。',
    likely: '証拠に最もよく合いますが、別の原因でも同じ証拠になります。',
    possible: '証拠と矛盾しませんが、ほかの原因も同じように当てはまります。',
  },
  cause: {
    project_lacks_model: {
      title: 'このプロジェクトには、このモデルの使用が許可されていません',
      explanation:
        'プロジェクトでこのモデルを使えないため、呼び出しが拒否されました。プロジェクトの許可リスト（Allowed models）に入っていないか、拒否リスト（Blocked models）に入っています。同じプロジェクトでキーを作り直しても解決しません。',
    },
    model_missing_or_no_access: {
      title: 'このモデル名は、組織では認識されていません',
      explanation:
        '名前の綴りが誤っているか存在しない、または組織に利用権がありません。API はどちらの場合も同じ文を返します。',
    },
    model_retired: {
      title: 'このモデルは提供を終了しています',
      explanation:
        'OpenAI がモデルの提供を終了しました。設定では元に戻せないため、別のモデル名に変える必要があります。',
    },
    org_unverified: {
      title: '先に組織の本人確認（Verify Organization）が必要です',
      explanation:
        'このモデルや機能を使う前に、OpenAI は組織の確認を求めています。プロジェクトのモデル設定とは関係ありません。',
    },
    key_invalid: {
      title: 'API キーが受け付けられません',
      explanation: 'キーが失効・期限切れになったか、一部しかコピーされていないか、別のサービスのキーです。',
    },
    key_missing: {
      title: 'API キーが送られていません',
      explanation:
        'プログラムがキーなしで API を呼び出しました。キーを入れる環境変数や設定が空か、読み込まれていません。',
    },
    key_scope: {
      title: 'キー、またはあなたのロールに権限が足りません',
      explanation:
        'キー自体は有効ですが、制限付きのキーであるか、プロジェクトでのロールにこの種類のリクエストが含まれていません。モデルの問題ではありません。',
    },
    org_or_project_mismatch: {
      title: '想定とは別のプロジェクトまたは組織を呼び出しています',
      explanation:
        'キーが属するプロジェクトと、エラー・ヘッダー・環境変数が示すプロジェクトが異なります。別のプロジェクトの設定を変えても効果はありません。',
    },
    project_archived: {
      title: 'プロジェクトはアーカイブ済みです',
      explanation: 'アーカイブしたプロジェクトは呼び出しに応答せず、元に戻すこともできません。',
    },
    quota_or_billing: {
      title: '支払いに関する制限で止まっています',
      explanation:
        'クレジット残高がない、利用額の上限に達した、または請求が有効ではありません。モデルを使えるかどうかは、これだけでは分かりません。',
    },
    rate_limited: {
      title: 'リクエストの頻度が高すぎます',
      explanation:
        'モデルは使えますが、この頻度では使えません。上限が 0 と表示されている場合は、ここではこのモデルの割り当てがありません。',
    },
    region_blocked: {
      title: 'この国または地域はサポート対象外です',
      explanation:
        'OpenAI が提供していない場所のアドレスからリクエストが届きました。VPN やクラウドサーバーの所在地が原因であることがよくあります。',
    },
    ip_blocked: {
      title: 'お使いのネットワークアドレスが通過を許可されていません',
      explanation:
        '組織の IP 許可リスト、または API の手前にあるフィルターが、送信元アドレスを拒否しています。',
    },
    wrong_endpoint_or_parameter: {
      title: 'リクエストがこのモデルに合っていません',
      explanation:
        'エンドポイント、ホスト、またはパラメーターがモデルに合いません。この文面から分かる範囲では、利用権の問題ではありません。',
    },
    account_disabled: {
      title: 'アカウントまたは組織が無効になっています',
      explanation: 'このキーのアカウントまたは組織を OpenAI が停止しています。',
    },
    feature_not_enabled: {
      title: 'この組織では機能が無効になっています',
      explanation: 'モデルは使える可能性がありますが、リクエストが求める機能は組織の設定では利用できません。',
    },
    other_vendor: {
      title: 'この拒否は別のサービスからのものです',
      explanation: 'OpenAI の API が書いた文面ではありません。OpenAI のコンソールでは変更できません。',
    },
    server_error: {
      title: 'API 側で障害が起きました',
      explanation: 'サーバーがリクエストの処理に失敗しました。利用権については何も分かりません。',
    },
    network: {
      title: 'API に到達できませんでした',
      explanation:
        'リクエストが届かなかったか、応答が戻りませんでした。キーやモデルについては何も分かりません。',
    },
    not_an_error: {
      title: 'この文面に失敗は見つかりませんでした',
      explanation: 'モデルやキーに触れているかもしれませんが、拒否された呼び出しの記録ではありません。',
    },
  },
  otherKey: {
    other_project: {
      title: 'テストしたキーは、エラーが示すプロジェクトのものではありません',
      explanation:
        'エラーの内容を確かめるには、エラーが示すプロジェクトのキーを選んでテストしてください。プログラムがこのキーを使うはずなら、実際には別のキーが送られているため、このキーのプロジェクトで何を変えても効果はありません。エラーの文面が示す原因：「{{cause}}」',
    },
    key_refused: {
      title: 'テストしたキーは受け付けられません',
      explanation:
        '失敗した呼び出しのキーは受け付けられていました。これは別のキーか、その後に取り消されたキーです。プログラムが実際に送っているキーを選んでください。エラーの文面が示す原因：「{{cause}}」',
    },
  },
  wrongHost: {
    title: '呼び出し先のホストが違います',
    explanation:
      'このプロジェクトはリージョンに固定されており、そのリージョンのホストでのみ応答します。メッセージに示されたホストをベース URL に設定してください。モデルを使えるかどうかは、これだけでは分かりません。',
  },
  undecided: {
    title: '証拠がまだ足りません',
    explanation:
      'このキーでこのモデルを使えるかどうかは、まだ分かりません。表示されているテストを実行してください。',
    flickering:
      '応答が「可」と「不可」を行き来しています。変更が行き渡る途中に見られる現象です。数分待って、監視してください。',
  },
  open: {
    title: {
      certain: 'このキーでこのモデルを使えます',
      likely: 'このモデルへのアクセスは開いています',
      possible: '無料のテストは通りました',
    },
    likely:
      '無料のテストが、すべての利用権チェックの先まで到達しました。実際のリクエストを送れば確実になります。',
    certain: '実際のリクエストに応答がありました。',
    possible:
      '無料のテストは通りましたが、このキーではそのテストが証拠にならない可能性があります。実際のリクエストを送れば確実になります。',
  },
  layer: {
    reach: { name: '到達', question: 'リクエストは OpenAI の API に届いていますか。' },
    key: { name: 'キー', question: 'API キーは受け付けられていますか。' },
    belonging: { name: '所属', question: '想定どおりのプロジェクトと組織ですか。' },
    scope: { name: '権限', question: 'このキーでこの種類のリクエストを送れますか。' },
    money: { name: '支払い', question: '残高があり、上限に達していませんか。' },
    entitlement: { name: '利用資格', question: 'そもそも組織にこのモデルがありますか。' },
    policy: { name: 'プロジェクトの設定', question: 'プロジェクトのモデルリストで許可されていますか。' },
    model_name: { name: 'モデル名', question: 'この名前のモデルは実在しますか。' },
    endpoint: { name: 'エンドポイント', question: 'リクエストはモデルに合っていますか。' },
    pace: { name: 'レート制限', question: 'レート制限の範囲内ですか。' },
  },
  state: { passed: '通過', failed: 'ここで停止', unknown: '不明' },
  reason: {
    no_evidence: 'まだ何も分かっていません。',
    text_says: '貼り付けた文面がそう述べています。',
    answered: 'API が応答しました。',
    key_accepted: 'API はキーを受け付け、リクエストの判定まで進みました。',
    key_refused: 'API がキー自体を拒否しました。',
    project_matches: 'キーは、エラーが示すプロジェクト {{own}} に属しています。',
    project_differs:
      'エラーは {{named}} を示していますが、このキーは {{own}} に属しています。プログラムは、ここでテストしたものとは別のキーを使っています。',
    project_unknown: 'キーの組織とプロジェクトについて、API から指摘はありませんでした。',
    belonging_refused: 'キーの組織またはプロジェクトに問題があると API が述べています。',
    scope_ok: '権限はこの手前で確認され、リクエストは通過しました。',
    scope_missing: '権限が足りないと API が述べています。',
    money_ok: '残高と上限はこの手前で確認され、リクエストは通過しました。',
    money_refused: '支払い上の理由で API が拒否しています。',
    entitled: 'モデルが応答したため、組織で利用できます。',
    other_project_has_it:
      '同じ組織の別プロジェクトのキーの一覧にこのモデルがあるため、組織では利用できます。',
    not_verified: 'API が組織の確認を求めています。',
    listed: 'このキーのモデル一覧に {{model}} があります。一覧はプロジェクトの設定に従います。',
    entry_readable:
      'このキーで {{model}} の情報を取得できます。取得できるかどうかは、一覧と同じくプロジェクトの設定に従います。支払いや上限については何も分かりません。',
    not_listed: 'このキーのモデル一覧は {{count}} 件で、{{model}} は含まれていません。',
    allowed_by_probe: 'このキーでのテストが、プロジェクトのモデルリストを通過しました。',
    refused_by_policy: 'このキーでのテストが、プロジェクトの文で拒否されました。',
    name_known: 'API はこのモデル名を認識しています。',
    name_unknown: 'API はこの名前を認識していないと述べています。',
    name_on_retired_list:
      '{{model}} は提供終了モデルの一覧にあります。まだ使えるかどうかは、どのキーでも確認していません。',
    wrong_host: 'このプロジェクトは別のホストで応答します。ホスト名は応答に示されています。',
    name_retired: '{{model}} は提供終了モデルの一覧にあり、このキーには提供されていません。',
    sibling_listed: 'このキーでは、同じモデルの別の綴り {{sibling}} を使えます。名前は一字一句比較されます。',
    endpoint_ok: 'リクエストは、モデルに合ったエンドポイントに届きました。',
    endpoint_refused: 'リクエストがモデルに合わないと API が述べています。',
    pace_ok: 'レート制限は妨げになっていません。',
    pace_limited: 'API がリクエストを減らすよう求めています。',
    no_answer: 'こちらからのテストに応答がありませんでした。',
    below_failed: '未到達：これより下の層で止まっています。',
    flickering: '拒否と応答が交互に返っています。変更が行き渡る途中です。',
    not_on_allow_list:
      'このプロジェクトには許可リストがあり、{{model}} は載っていません（管理 API キーで確認）。',
    on_block_list: 'このプロジェクトには拒否リストがあり、{{model}} が載っています（管理 API キーで確認）。',
    on_allow_list: 'プロジェクトの許可リストに {{model}} が載っています（管理 API キーで確認）。',
    not_on_block_list: 'プロジェクトの拒否リストに {{model}} は載っていません（管理 API キーで確認）。',
    no_policy: 'プロジェクトにモデルのリストはなく、すべてのモデルを使える設定です（管理 API キーで確認）。',
    policy_not_felt:
      'プロジェクトの設定では {{model}} を使えますが、呼び出しは拒否されました。変更が行き渡る途中か、変更前の呼び出しかもしれません。',
    has_rate_limit: 'プロジェクトに {{model}} のレート制限があるため、組織はこのモデルを持っています。',
    no_rate_limit:
      'プロジェクトの設定では {{model}} を使えますが、レート制限の項目がありません。組織がこのモデルを持っていないようです。',
    project_is_archived: 'プロジェクト {{project}} はアーカイブされています（管理 API キーで確認）。',
    spend_limit_reached:
      'プロジェクトの月間利用上限 {{dollars}} 米ドルに達し、制限がかかっています（管理 API キーで確認）。',
  },
  test: {
    list: 'このキーのモデルを一覧する（無料）',
    retrieve: 'モデルを照会する（無料）',
    free_probe: '無料のテストを送る',
    real_probe: '実際のリクエストを送る…',
    other_project_key: '同じ組織の別プロジェクトのキーと比べる',
    console_look: 'コンソールの Limits → Model usage を確認する',
    organization_limits: '組織の Limits ページを確認する',
    wait_and_repeat: '待ってから再テストする',
  },
  rival: {
    allow_list: 'プロジェクトに許可リストがあり、このモデルが入っていない',
    block_list: 'プロジェクトに拒否リストがあり、このモデルが入っている',
    organization_not_entitled: '組織自体にこのモデルがない（ティア、組織の確認、地域）',
    wrong_project_key: 'プログラムが、想定とは別のプロジェクトのキーを使っている',
    alias_or_snapshot: '同じモデルの別の綴り（エイリアスまたは日付付き）が許可されている',
    propagating: '変更済みで、まだ行き渡っていない',
    second_model: 'プログラムが、自分で選んでいないモデルも使っている',
    retired_name: 'モデルの提供が終了している',
    typo: '名前の綴りが誤っている、または存在しない',
    restricted_key: 'キーの権限が制限されている',
    viewer_role: 'プロジェクトでのロールが閲覧者である',
    no_credit: '組織が未払い、またはクレジット残高がない',
    network_in_between: 'プロキシ・VPN・フィルターが OpenAI の代わりに応答している',
  },
};
