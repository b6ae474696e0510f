import type { wizard as english } from '../en/wizard';
import type { Messages } from '../shape';

export const wizard: Messages<typeof english> = {
  title: 'コンソールで解決する',
  lead: {
    kept: 'アプリを閉じても、途中から再開できます。',
    practice: '練習を終えるまで、途中から再開できます。',
    forgotten: 'アプリを閉じるまで、途中から再開できます。',
  },
  start: '始める',
  backToVerdict: '診断結果に戻る',
  restart: '最初からやり直す',
  steps: '手順',
  stepOf: '手順 {{number}} / {{count}}',
  skipped: 'スキップ済み',
  next: '完了、次の手順へ',
  skip: 'この手順をスキップ',
  back: '前の手順',
  straight: 'Limits ページへ直接進む',
  looksDifferent: '画面が違う場合',
  seen: '図は {{month}}時点のコンソールの説明に基づきます。その後、変わっている可能性があります。',
  target: { project: 'プロジェクト', model: 'モデル', unknownProject: 'エラーに記載なし' },
  step: {
    log_in: {
      name: 'ログイン',
      todo: 'コンソールを開き、右上の「Log in」を選びます。ログイン済みなら、この手順は不要です。',
      straight: 'ログイン済みなら、リンク 1 つでプロジェクトの Limits ページを開けます。',
      open: 'コンソールを開く',
      different:
        'チャット画面が開いた場合は ChatGPT です。設定は別のものです。ブラウザーで複数のアカウントを使っている場合は、この組織のアカウントに切り替えてください。ブラウザーの自動翻訳は、このサイトでは無効にしてください。ラベルが図と一致しなくなります。',
      picture: '図：コンソールの最初のページ。右上の「Log in」に印があります。',
    },
    choose_project: {
      name: 'プロジェクトを選ぶ',
      todo: '左上で、API キーが属する組織とプロジェクト {{project}} を選びます。',
      todoUnknown: '左上で、API キーが属する組織とプロジェクトを選びます。',
      why: '別のプロジェクトを選んでいると、有効なキーでも権限がないように見えます。',
      open: 'プロジェクト一覧を開く',
      openProject: 'このプロジェクトを開く',
      different:
        '2 つの名前は、1 つのメニューにまとまっていたり、2 つに分かれていたり、左下にあったりします。メニューにプロジェクトがなければ、別の組織を開いているか、プロジェクトのメンバーではありません。「Default project」もプロジェクトの 1 つです。',
      picture: '図：左上の組織とプロジェクトのメニュー。キーのプロジェクトに印があります。',
    },
    open_limits: {
      name: '「Limits」を開く',
      todo: '右上の歯車を選び、左の PROJECT の下にある「Limits」を選びます。',
      why: 'ORGANIZATION の下にも「Limits」があります。「Model usage」があるのは PROJECT のほうだけです。',
      open: 'Limits ページを開く',
      different:
        '歯車がなければ、コンソールのアドレスの末尾に /settings を付けて開きます。リンクで別のページが開く場合、お使いのアカウントではこのプロジェクトを表示できません。手順 2 に戻ってください。',
      picture: '図：右上の歯車に 1、左の PROJECT の下の「Limits」に 2 の印があります。',
    },
    edit_list: {
      name: 'リストを編集',
      ask: '「Model usage」に、どのリストがありますか？ 両方同時には表示されません。',
      todo: '{{model}} を使えるようにします。',
      known: 'どのリストが設定されているかは、管理 API キーで取得済みです。',
      other: '表示が違う',
      byHand: 'コンソールで自分で変更する',
      open: 'もう一度 Limits ページを開く',
      different:
        '「Allowed models」が利用可能なモデルの一覧と呼ばれていたり、「Edit」が鉛筆のアイコンだったりします。「Model usage」がなければ、組織のページを開いています。PROJECT の下の「Limits」を選んでください。',
      picture: {
        allowed:
          '図：「Allowed models」の横の「Edit」に 1、モデルのチェックボックス（オン）に 2、「Save」に 3 の印があります。下の「Edit spend limit」には取り消し線があります。',
        blocked:
          '図：「Blocked models」の横の「Edit」に 1、モデルのチェックボックス（オフ）に 2、「Save」に 3 の印があります。下の「Edit spend limit」には取り消し線があります。',
        remove: '図：リストの見出しの横の「Remove」に 1、続く確認画面の「Remove」に 2 の印があります。',
      },
    },
    re_verify: {
      name: '確かめる',
      todo: '応答が安定するまで、モデルをテストします。3 回続けて成功すれば確認済みです。',
      why: '1 回の成功では足りません。変更が行き渡るまでは、成功と拒否が入れ替わります。',
      howLong: 'どのくらいかかりますか？',
      time: '変更はふつう数分で行き渡ります。10 分たってもすべて拒否される場合は、別の原因が考えられます。',
    },
  },
  branch: {
    admin: {
      title: 'アプリに任せる',
      hint: '管理 API キーでリストを変更します。差分を確認してから確定できます。',
    },
    allowed: {
      title: 'Allowed models',
      hint: 'リストのモデルだけ使えます。',
      step1: '「Edit」を選びます。',
      step2: '{{model}} のチェックボックスをオンにします。',
      step3: '「Save」を選びます。',
    },
    blocked: {
      title: 'Blocked models',
      hint: 'リストのモデルは使えません。',
      step1: '「Edit」を選びます。',
      step2: '{{model}} のチェックボックスをオフにします。',
      step3: '「Save」を選びます。',
      caution: 'エイリアスと日付付きスナップショットは、別々のチェックボックスです。',
    },
    remove: {
      title: '制限を解除する',
      instead: 'リストを編集せず、制限そのものを解除する',
      step1: 'リストの見出しの横の「Remove」を選びます。',
      step2: '確認画面で確定します。組織で利用できるモデルを、すべて使えるようになります。',
      caution:
        '費用や社内規定のために設定されたリストかもしれません。共有のプロジェクトなら、先に確認してください。',
    },
    no_list: {
      title: 'リストがない',
      hint: 'どちらの見出しもありません。',
      explanation:
        'その場合、モデルを拒否しているのはこのプロジェクトのリストではありません。新しいリストは作らないでください。許可リストを作ると、リストにないモデルがすべて使えなくなります。左上で正しいプロジェクトか確認してください。正しければ、もう一度テストしてください。別の原因が考えられます。',
    },
    cannot_edit: {
      title: '「Edit」ボタンがない',
      hint: '変更できるのはオーナーだけです。',
      explanation:
        '組織オーナー（プロジェクトオーナーでもよい場合があります）に次のメッセージを送ってください。秘密の値は含まれません。',
    },
  },
  caution: {
    furtherModels: 'プログラムの出力には {{models}} も出てきます。これらもオンにしてください。',
    furtherGeneral:
      'フレームワークは、埋め込みやキーの確認のために別のモデルも使うことがあります。そのモデルもオンにしてください。',
  },
  done: {
    saved: '保存済み：成功するまで監視',
    sent: '送信済み、次の手順へ',
  },
  yourModel: '使いたいモデル',
  address: {
    open: '開いている場所を確認',
    label: 'ブラウザーのアドレスを貼り付け',
    labelPractice: '練習用コンソールのアドレスを貼り付け',
    help: 'ここで読み取るだけで、どこにも送りません。',
    helpPractice: 'コンソールのウィンドウの上部からコピーしてください。',
    submit: '確認する',
    result: {
      empty: '先にアドレスを貼り付けてください。',
      not_an_address:
        'Web アドレスではありません。ブラウザーのアドレスバーの内容をすべてコピーしてください。',
      other_site: 'これは {{host}} のアドレスです。OpenAI のコンソールは platform.openai.com です。',
      other_site_practice:
        'これは {{host}} のアドレスで、練習用コンソールのものではありません。コンソールのウィンドウからアドレスをコピーしてください。',
      organization_page:
        'これは組織のページです。左上でプロジェクトを選び、PROJECT の下のページを開いてください。',
      no_project:
        'このアドレス（{{path}}）にはプロジェクト ID がありません。設定で PROJECT の下のページを開いてください。',
      wrong_project:
        '別のプロジェクトです。アドレスは {{found}}、エラーは {{expected}} を示しています。左上で切り替えてください。',
      other_page: 'プロジェクトは正しい（{{project}}）ですが、まだ「Limits」のページではありません。',
      right_project: '正しいプロジェクトです：{{project}}',
      right_project_limits: '正しいプロジェクトの「Limits」ページです：{{project}}',
      nothing_to_compare:
        'アドレスは {{project}} を示しています。エラーにはプロジェクトの記載がないため、キーが属するプロジェクトと一致するか確認してください。',
    },
  },
  owner: {
    title: '組織オーナーへのメッセージ',
  },
  watch: {
    title: '応答が安定するまでテスト',
    now: '1 回だけテスト',
    start: '成功するまで監視',
    stop: '監視を停止',
    again: 'もう一度監視する',
    needsKey: '先にこのプロジェクトのキーを選んでください。テストはそのキーで送ります。',
    leadPractice:
      '練習では 2 秒ほどの間隔でテストします。実際のキーでは 15〜20 秒ごとに、最長 10 分間テストします。',
    lead: '15〜20 秒ごとに、最長 10 分間、無料でテストします。1 分半以上にわたって 3 回続けて成功すると、確認済みになります。結果は通知でお知らせします。',
    inARow: '連続成功 {{count}} / {{needed}} 回',
    span: '{{seconds}} / {{needed}} 秒。応答が入れ替わる間隔より長く、成功が続く必要があります。',
    next: '次のテストまで {{seconds}} 秒',
    testing: 'テスト中…',
    until: '最長で {{time}} まで',
    attempts: 'これまでのテスト',
    attempt: 'テスト {{number}}（{{time}}）：{{outcome}}',
    outcome: { success: '成功', refused: '拒否', undecided: '判断できず' },
    state: {
      running: '監視中',
      proven: '確認済み',
      gave_up: 'まだ安定していません',
      refused: 'まだ拒否されています',
      unproven: '未確認',
      listed: '一覧に戻りました',
      proves_nothing: '証明になりません',
      stopped: '停止しました',
    },
    flicker: '成功と拒否が入れ替わっています。変更が行き渡る途中の現象で、ふつう数分で落ち着きます。',
    gaveUp: '成功が十分な時間続かないまま、時間切れになりました。',
    refused: '一度も成功しないまま、時間切れになりました。',
    listed:
      'モデルの情報を 3 回続けて取得できたため、プロジェクトのリストは通過しています。この種類のモデルには無料のテストがありません。実際に応答するかどうかは、ご自身のプログラムでご確認ください。',
    unproven:
      'テストは十分な時間、続けて成功しました。ただし、このキーでテストが根拠になるかどうか、また組織の認証など、テストでは分からない理由でまだ拒否されるかどうかは不明です。実際のリクエストを送れば分かります。',
    provesNothing:
      'このキーでは、使えないモデルでも無料のテストが成功します。3 回続けて成功しても証明になりません。実際のリクエストでしか判断できません。',
  },
  proven: {
    title: { open: 'アクセスできるようになりました', answered: '使えるようになりました' },
    explanation:
      '{{model}} へのテストが {{count}} 回続けて、テストで分かるアクセスの確認をすべて通過しました。',
    explanationUnknown: 'テストが {{count}} 回続けて、テストで分かるアクセスの確認をすべて通過しました。',
    answered: '実際のリクエストにも応答がありました。',
    realProbe:
      'モデルが本当に応答するかどうかは、無料のテストでは分かりません。実際のリクエストなら分かります。',
    how: '{{time}}、キー「{{key}}」による {{count}} 回のテストで確認しました。',
    howNoKey: '{{time}} に確認しました。',
    done: '完了',
  },
  after: {
    title: '自分の環境で実行する',
    titleRefused: 'アプリの外で試す',
    lead: '有効な最小のリクエストで、送り方はテストと同じです。先にキーを OPENAI_API_KEY に設定してください。通常のリクエストと同じく課金されます。',
    leadPractice: '有効な最小のリクエストです。練習では、このコンピューター上のシミュレーターに送ります。',
    language: '言語',
    copy: 'コードをコピー',
    file: '同じ場所に speech.wav という名前の短い音声ファイルを置いてください。',
    error: {
      title: 'プログラムではまだエラーになりますか？',
      lead: '別のキーやモデルを使っているか、別の理由で止まっている可能性があります。新しいエラーを貼り付けてください。',
      label: '新しいエラー',
      placeholder: '新しいエラーをここに貼り付け',
      submit: '診断する',
    },
    checks: {
      title: 'また拒否される場合',
      model: 'このキーの一覧（{{time}} 時点）にあるほかのモデル：{{models}}',
      modelNone: 'このキーの一覧（{{time}} 時点）に、試せる同じ種類のモデルはほかにありません。',
      modelUnknown:
        'ほかのモデルで代用できるかもしれません。このキーで使えるモデルは、まだ取得していません。',
      load: 'キーのモデルを取得',
      billing: '支払い：クレジットの残高、支払い方法、カードの有効期限を確認してください。',
      billingOpen: 'Billing を開く',
      policies:
        '組織で使っている場合：予算、IP アドレスの制限、キーの規則など、ほかの制限がないか管理者に確認してください。',
    },
  },
  still: {
    title: 'まだ拒否されています',
    once: '変更の直後に 1 回拒否されただけでは判断できません。変更が行き渡るまで数分かかることがあります。応答が安定するまで監視してください。',
    waiting:
      '組織オーナーがリストを変更するまでは、拒否されるのが通常です。連絡があったら、もう一度監視してください。',
    explanation: '別の原因が考えられます。可能性の高い順に示します。',
    none: 'ほかに当てはまる原因はありません。組織オーナーに依頼するか、リクエスト ID を添えて OpenAI サポートに問い合わせてください。',
    ownerMessage: '組織オーナーへのメッセージを表示',
    support: 'OpenAI サポート',
  },
  picture: {
    logIn: 'Log in',
    organization: 'Your organization',
    otherOrganization: 'Another organization',
    project: 'Your project',
    otherProject: 'Default project',
    sectionOrganization: 'ORGANIZATION',
    sectionProject: 'PROJECT',
    general: 'General',
    apiKeys: 'API keys',
    members: 'Members',
    limits: 'Limits',
    billing: 'Billing',
    modelUsage: 'Model usage',
    allowedModels: 'Allowed models',
    blockedModels: 'Blocked models',
    spendLimit: 'Project spend limit',
    edit: 'Edit',
    remove: 'Remove',
    removeQuestion: 'Remove the list?',
    save: 'Save',
    cancel: 'Cancel',
    editSpend: 'Edit spend limit',
    notThis: 'こちらではありません',
  },
};
