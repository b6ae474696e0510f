import type { remedies as english } from '../en/remedies';
import type { Messages } from '../shape';

export const remedies: Messages<typeof english> = {
  heading: '対処方法',
  organization: {
    named: '先に、これらのページの左上の組織が {{organization}} であることを確認してください。',
    ofKey:
      '先に、これらのページの左上の組織が、キー「{{key}}」の組織（{{organization}}）であることを確認してください。',
    ofKeyUnnamed:
      '先に、これらのページの左上の組織が、キー「{{key}}」の属する組織であることを確認してください。',
  },
  appliesWithin: '全体に反映されるまで、最大 {{minutes}} 分かかります。',
  done: {
    verified_organization: '組織を確認しました',
    paid: 'クレジットを追加、または上限を引き上げました',
    changed_list: 'リストを変更しました',
    other_project_lacks_it: '別プロジェクトのキーでも使えません',
    other_project_has_it: '別プロジェクトのキーでは使えます',
  },
  who: {
    developer: 'ご自身で対処できます。',
    project_member: 'プロジェクトのキーとロールを管理している人が対処できます。',
    organization_owner: '組織オーナーが対処できます。',
    network_admin: 'ご自身、またはネットワークの管理者が対処できます。',
    vendor: 'サービスの提供元だけが解決できます。',
  },
  link: {
    login: 'コンソールにログイン',
    projects: 'プロジェクト一覧（Projects）',
    project_limits: 'プロジェクトの Limits ページ',
    project_limits_current: '選択中のプロジェクトの Limits ページ',
    project_keys: 'プロジェクトの API キー（API keys）',
    project_members: 'プロジェクトのメンバー（Members）',
    organization_general: '組織の設定（General）',
    organization_limits: '組織の Limits ページ',
    billing: '請求（Billing）',
    api_keys: 'API キー（API keys）',
    people: 'メンバーとロール（People）',
    ip_allowlist: 'IP 許可リスト（IP allowlist）',
    usage: '使用状況（Usage）',
    status: 'OpenAI の稼働状況',
    deprecations: '提供終了モデルの一覧',
    error_codes: 'OpenAI のエラーコード解説',
    help: 'OpenAI サポート',
  },
  elsewhere: {
    step1:
      'このキーの接続先を運用している方に、このキーで使えるモデルと、料金を支払うアカウントを確認してください。',
    step2:
      'OpenAI 自体が拒否しているかどうかは、OpenAI のアドレスで使うキーで同じモデルをテストすると分かります。',
  },
  cause: {
    project_lacks_model: {
      step1: 'エラーが示すプロジェクトで、Settings → Project → Limits を開きます。',
      step2:
        '「Model usage」で「Edit」を選び、「Allowed models」ならモデルをオンに、「Blocked models」ならオフにします。',
      step3: '保存してこのアプリに戻り、応答が安定するまでテストします。',
    },
    model_missing_or_no_access: {
      step1: '名前を、このキーのモデル一覧と1 文字ずつ見比べます。',
      step2:
        '名前が正しければ、組織の Limits ページを確認します。そこに載っているモデルは組織で利用できます。',
      step3:
        'そこにもなければ、組織のティア・確認・地域で決まっています。クレジットの追加や組織の確認で使えるようになることがあります。',
    },
    model_retired: {
      step1: 'このキーの一覧から、現行のモデルを選びます。',
      step2: 'プログラム内の名前を変更し、古い名前が残っている設定がほかにないか探します。',
    },
    org_unverified: {
      step1: '組織オーナーとして組織の General を開き、「Verify Organization」を選びます。',
      step2:
        '15 分ほど待って再テストします。それまでは、確認を求められる機能（ストリーミングや推論の要約）を外すか、別のモデルを使います。',
    },
    key_invalid: {
      step1:
        'プログラムが実際に読み込んでいるキーを確認します。古い環境変数が、新しいファイルより優先されることがよくあります。',
      step2: '末尾 4 文字を、コンソールのキーと見比べます。',
      step3: 'コンソールにそのキーがなければ、新しいキーを作り、このアプリとプログラムの両方に設定します。',
    },
    key_missing: {
      step1: 'OPENAI_API_KEY（またはプログラムの設定）を指定し、同じシェルからプログラムを起動し直します。',
      step2: 'コンテナやパイプラインでは、呼び出しを行うプロセスに変数が渡っているか確認します。',
    },
    key_scope: {
      step1:
        'プロジェクトの API keys でキーを編集し、個々のエンドポイントより先に「Model capabilities」を Request にします。',
      step2: 'キーに全権限がある場合は、プロジェクトでのロールを確認します。閲覧者はリクエストを送れません。',
      step3: '変更が反映されるのを待ち、再テストします。',
    },
    org_or_project_mismatch: {
      step1:
        'プログラムが使っているキーを突き止めます。ほかの環境変数、シークレットストア、プログラム内に保存された設定を探してください。',
      step2: 'OPENAI_ORG_ID と OPENAI_PROJECT_ID を削除するか、キーに合わせます。',
      step3: 'キーが別のプロジェクトのものなら、正しいプロジェクトで作り直します。キーは移動できません。',
    },
    project_archived: {
      step1: '有効なプロジェクトを選び、そこでキーを作成します。',
      step2: 'プログラムの古いキーを、そのキーに置き換えます。',
    },
    quota_or_billing: {
      step1: 'Billing を開いて残高を確認します。ChatGPT の購読料は API の支払いには充てられません。',
      step2: '組織とプロジェクトの Limits ページで、利用額の上限を確認します。',
      step3: '支払い後は 15 分ほど待ち、再テストします。',
    },
    rate_limited: {
      step1: '応答が示す時間だけ待ち、同時に送るリクエストを減らします。',
      step2:
        '上限が 0 と表示されている場合は、プロジェクトの Limits ページを確認します。このモデルの割り当てがない可能性があります。',
      step3: '利用ティアが上がると、上限も上がります。',
    },
    region_blocked: {
      step1:
        'リクエストの送信元アドレスを確認します。VPN・プロキシ・クラウドのリージョンによって、別の場所になっていることがあります。',
      step2: 'サポート対象の国からリクエストを送ります。',
    },
    ip_blocked: {
      step1: 'IP 許可リストが設定されていないか組織オーナーに確認し、アドレスを追加してもらいます。',
      step2:
        '応答が JSON ではなくウェブページの場合は、途中のフィルターが返しています。別のネットワークを試すか、VPN を外してください。',
    },
    wrong_endpoint_or_parameter: {
      step1: 'モデルに合ったエンドポイントを使い、メッセージが示すパラメーターを外します。',
      step2: 'メッセージが別のホストを示している場合は、そのホストをベース URL に設定します。',
    },
    account_disabled: {
      step1: '組織のオーナー宛てに OpenAI からメールが届いていないか確認します。',
      step2: 'オーナーのアドレスから OpenAI のサポートに問い合わせます。',
    },
    feature_not_enabled: {
      step1: 'メッセージが示す機能を使わないか、別の方法に置き換えます。',
      step2: '制限している設定を変更できるか、組織オーナーに確認します。',
    },
    other_vendor: {
      step1: 'プログラムのベース URL とプロバイダーの設定を確認します。呼び出し先は OpenAI ではありません。',
      step2: 'メッセージを返したサービス側で解決するか、プログラムの呼び出し先を OpenAI に変更します。',
    },
    server_error: {
      step1: '1 分ほど待って再試行します。',
      step2: '続く場合は稼働状況のページを確認し、リクエスト ID を控えておきます。',
    },
    network: {
      step1: '接続と、ホスト名が正しいことを確認します。',
      step2: '社内プロキシを使う環境では、プログラムにもプロキシを設定し、社内の証明書を信頼させます。',
      step3:
        'このアプリでテストします。システムのプロキシと証明書を使うため、結果の違いから原因の場所が分かります。',
    },
    not_from_api: {
      step1:
        'ベース URL を確認します。OpenAI のものは https://api.openai.com/v1 で、末尾に「/v1」が必要です。',
      step2:
        'アドレスをブラウザーで開きます。ログインページやブロックページが表示されれば、それが API の代わりに応答しています。',
      step3:
        'このアプリでテストします。システムのプロキシと証明書を使うため、結果の違いから原因の場所が分かります。',
    },
    safety_restricted: {
      step1: '誤って制限された場合は、リクエストの表現を変えるか、指摘された内容を除きます。',
      step2:
        '正当な業務であれば、メッセージに示されたプログラムに申請します。アクセスは組織と個々のプロジェクトに与えられます。',
      step3: 'モデルが対応していないアクセスプログラムは、リクエストから外します。',
    },
    keyless_sign_in: {
      step1:
        'ID プロバイダーの対応付けを確認します。トークンの issuer、audience、subject が、プロジェクトのサービスアカウントと一致している必要があります。',
      step2: 'モデル自体を使えるかどうかは、同じプロジェクトの API キーでテストすると分かります。',
    },
    reason_not_shown: {
      step1: '応答の本文も出力するようにプログラムを変更し、新しい出力を貼り付けてください。',
      step2: 'または、保存したキーを選んで同じモデルをテストしてください。アプリが理由を読み取ります。',
    },
    not_an_error: {
      step1: 'プログラムが出力したメッセージを、エラーの最初の行から最後まで貼り付けてください。',
    },
  },
};
