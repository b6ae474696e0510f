import type { wizard as english } from '../en/wizard';
import type { Messages } from '../shape';

export const wizard: Messages<typeof english> = {
  title: 'コンソールで解決する',
  lead: {
    kept: '5 つの手順です。アプリを閉じても、途中の位置は保存されます。',
    practice: '5 つの手順です。練習は毎回、最初の状態から始まります。途中の位置は練習を終えるまで残ります。',
    forgotten: '5 つの手順です。途中の位置は、アプリを閉じるまで残ります。',
  },
  start: '始める',
  backToVerdict: '診断結果に戻る',
  restart: '最初からやり直す',
  stepOf: '手順 {{number}} / {{count}}',
  next: '完了、次の手順へ',
  nextUnchecked: '確認せずに進む',
  back: '前の手順',
  pathLabel: '画面から操作する場合',
  shouldSee: '次の画面が表示されます',
  looksDifferent: '画面が違う場合',
  pictureNote: '場所を示すための図です。実際のページの配置とは異なることがあります。',
  target: { project: 'プロジェクト', model: 'モデル', unknownProject: 'エラーに記載なし' },
  step: {
    log_in: {
      name: 'ログイン',
      todo: 'その組織に属するアカウントで、OpenAI のコンソールにログインします。',
      open: 'コンソールを開く',
      path: '{{host}} →「Log in」（ログイン）',
      see: 'コンソールの最初のページです。右上に「Settings」（設定）の歯車、左上にプロジェクト名が表示されます。',
      different:
        'チャット画面が開いた場合は ChatGPT です。アカウントが同じでも、設定は別のものです。ブラウザーで複数のアカウントを使っている場合は、その組織のアカウントか確認してください。ブラウザーの自動翻訳が有効なら、名称が一致するように、このサイトでは無効にしてください。',
      check: 'ログインの状態は、このアプリからは分かりません。手順 2 で、開いている場所を確認します。',
      picture: '図：コンソールのログインページ。ログインボタンに印があります。',
    },
    choose_project: {
      name: 'プロジェクトを選ぶ',
      todo: '左上で組織を選び、次にプロジェクト {{project}} を選びます。',
      todoUnknown: '左上で組織を選び、次にキーが属するプロジェクトを選びます。',
      open: 'プロジェクト一覧を開く',
      openProject: 'このプロジェクトを開く',
      path: '左上：組織名 → プロジェクト名',
      see: '左上に正しいプロジェクト名が表示されます。そのプロジェクトの設定を開いている間は、ページのアドレスに ID（{{project}}）が含まれます。',
      seeUnknown:
        '左上に正しいプロジェクト名が表示されます。そのプロジェクトの設定を開いている間は、ページのアドレスに ID（proj_…）が含まれます。',
      different:
        'バージョンによって、2 つの名前は 1 つのメニューにまとまっていたり、横に並んでいたり、左下にあったりします。メニューにプロジェクトがなければ、別の組織を開いているか、プロジェクトのメンバーではありません。「Default project」（既定のプロジェクト）もプロジェクトの 1 つです。',
      picture: '図：左上の組織とプロジェクトのメニュー。プロジェクトに印があります。',
    },
    open_limits: {
      name: '「Limits」を開く',
      todo: '「Settings」（設定）を開き、左の「Project」（プロジェクト）欄で「Limits」（制限）を選びます。',
      open: 'Limits ページを開く',
      path: '歯車「Settings」→「Project」→「Limits」',
      see: '「Limits」という見出しのページに、「Model usage」（モデルの利用）の欄があります。',
      different:
        '「Limits」は「Organization」（組織）と「Project」の 2 か所に現れることがあります。「Project」の下にあるほうを選んでください。リンクで別のページが開く場合、お使いのアカウントではこのプロジェクトを表示できません。手順 2 に戻ってください。',
      picture: '図：設定の左の欄。「Project」欄の「Limits」に印があります。',
    },
    edit_list: {
      name: 'リストを編集',
      todo: '「Model usage」（モデルの利用）でどのリストが設定されているかを確かめ、{{model}} を使えるように変更します。',
      todoUnknown:
        '「Model usage」（モデルの利用）でどのリストが設定されているかを確かめ、使いたいモデルを使えるように変更します。',
      how: 'リストをどのように変更しますか？',
      choose: '「Model usage」には何が表示されていますか？',
      open: 'もう一度 Limits ページを開く',
      path: '「Limits」→「Model usage」',
      see: '保存すると短い通知が出て、変更後のリストが表示されます。',
      different:
        '名称は異なることがあります。「Allowed models」が利用可能なモデルの一覧と呼ばれていたり、「Edit」が鉛筆の印になっていたりします。「Model usage」の近くに「Edit」がなければ、お使いのロールでは変更できません。「組織オーナーに依頼する」を選んでください。',
      picture: '図：「Model usage」の欄とリスト。使う「Edit」ボタンに印があります。',
    },
    re_verify: {
      name: '確かめる',
      todo: 'このアプリに戻り、モデルをもう一度テストします。',
      see: '3 回連続の成功です。1 回では足りません。変更が行き渡るまでは、成功と拒否が交互に返ります。',
      different:
        '変更はふつう数分で行き渡ります。成功と拒否が交互に返る間は、まだ途中です。10 分たってもすべて拒否される場合は、別の原因が考えられます。',
    },
  },
  branch: {
    admin: {
      title: 'アプリに任せる',
      hint: '差分を確認して確定すると、アプリが管理 API キーでリストを変更します。',
    },
    self: {
      title: '自分で変更する',
      hint: '表示されているリストに応じて、クリックする場所を示します。',
    },
    allowed: {
      title: '「Allowed models」（許可リスト）がある',
      hint: 'リストにあるモデルだけを使えます。',
      step1: '「Allowed models」の横の「Edit」（編集）を選びます。',
      step2: '{{model}} を、この表記のとおりに追加します。',
      step3: '「Save」（保存）を選びます。',
      warning: '今後登場するモデルは、自動ではリストに入りません。その都度追加が必要です。',
    },
    blocked: {
      title: '「Blocked models」（拒否リスト）がある',
      hint: 'リストにあるモデル以外を使えます。',
      step1: '「Blocked models」の横の「Edit」（編集）を選びます。',
      step2: '{{model}} をリストから外します。',
      step3: '「Save」（保存）を選びます。',
      warning:
        '同じモデルの別の表記も確認してください。エイリアスと日付付きスナップショットは別々の項目です。',
    },
    remove: {
      title: '制限を解除したい',
      hint: '制限を解除します。組織で利用できるモデルを、すべて使えるようになります。',
      step1: '設定されているリストの「Edit」（編集）を選びます。',
      step2: 'リストを空にするか、制限を解除する項目を選びます。',
      step3: '「Save」（保存）を選びます。',
      warning:
        '費用や社内規定のために設定されたリストかもしれません。共有のプロジェクトでは、解除する前に確認してください。',
    },
    cannot_edit: {
      title: '組織オーナーに依頼する',
      hint: '「Edit」がない、または灰色の場合です。依頼のメッセージを用意してあります。',
      explanation:
        'リストを変更できるのは組織オーナーです（プロジェクトオーナーも可能な場合があります）。次のメッセージを送ってください。必要な情報がそろっており、秘密の値は含まれません。',
    },
  },
  caution: {
    title: '保存する前に',
    newList:
      'そこにリストが設定されていない場合は、新しく作らないでください。ほかのモデルがすべて使えなくなります。',
    otherEdit:
      '同じページに「Edit spend limit」（利用額の上限の編集）もあります。これは金額の設定で、モデルとは関係ありません。変更しないでください。',
    furtherModels:
      'プログラムの出力には {{models}} も出てきます。許可リストの場合は、これらも追加してください。',
    furtherGeneral:
      '多くのフレームワークは、埋め込みやキーの確認のために別のモデルも使います。許可リストの場合は、それらも追加してください。',
    literal: '名前は一字ずつ比較されます。エイリアスを許可しても、日付付きスナップショットは含まれません。',
    newKey: '同じプロジェクトで新しいキーを作っても解決しません。リストはプロジェクトの設定です。',
  },
  yourModel: '使いたいモデル',
  address: {
    label: '確認：ブラウザーのアドレスを貼り付け',
    labelPractice: '確認：練習用コンソールのアドレスを貼り付け',
    help: 'アドレスバーからコピーしてください。ここで読み取るだけで、どこにも送りません。',
    helpPractice: 'コンソールのウィンドウの上部からコピーしてください。',
    submit: '確認する',
    result: {
      empty: '先にアドレスを貼り付けてください。',
      not_an_address:
        'Web アドレスではありません。ブラウザーのアドレスバーの内容をすべてコピーしてください。',
      other_site:
        'これは {{host}} のアドレスで、OpenAI のコンソールではありません。コンソールは platform.openai.com です。',
      other_site_practice:
        'これは {{host}} のアドレスで、練習用コンソールのものではありません。コンソールのウィンドウからアドレスをすべてコピーしてください。',
      organization_page:
        'これは組織のページです。左上でプロジェクトを選び、「Project」の下のページを開いてください。',
      no_project:
        'このアドレス（{{path}}）にはプロジェクト ID がありません。「Settings」→「Project」の下のページを開いてください。',
      wrong_project:
        '別のプロジェクトです。アドレスは {{found}}、エラーは {{expected}} を示しています。左上でプロジェクトを切り替えてください。',
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
    now: '今すぐテスト',
    start: '使えるようになるまで監視',
    stop: '監視を止める',
    again: 'もう一度監視する',
    needsKey: '先にこのプロジェクトのキーを選んでください。テストはそのキーで送ります。',
    leadPractice:
      '練習では 2 秒ほどの間隔でテストします。実際のキーでは 15〜20 秒ごとに、最長 10 分間テストします。',
    lead: '15〜20 秒ごとに、最長 10 分間、無料でテストします。確認済みになるには、1 分半以上にわたって少なくとも 3 回続けて成功する必要があります。確認できたら通知します。',
    inARow: '連続成功 {{count}} / {{needed}} 回',
    span: '{{needed}} 秒のうち {{seconds}} 秒：応答の切り替わりより長く、成功が続く必要があります。',
    next: '次のテストまで {{seconds}} 秒',
    testing: 'テスト中…',
    until: '最長で {{time}} まで監視します',
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
    flicker: '成功と拒否が交互に返っています。変更が行き渡る途中に見られる現象で、ふつう数分で落ち着きます。',
    gaveUp: '十分な時間、続けて成功しないまま終わりました。',
    listed:
      'モデルの情報を 3 回続けて取得できたため、プロジェクトのリストは通過しています。この種類のモデルには無料のテストがありません。実際に応答するかどうかは、ご自身のプログラムでご確認ください。',
    unproven:
      'テストは十分な時間、続けて通りました。ただし、このキーでテストが根拠になるかどうかが分からないか、組織の確認など、テストでは分からない理由でまだ拒否される可能性があります。実際のリクエストを送れば分かります。',
    provesNothing:
      'このキーでは、使えないモデルでも無料のテストが通ります。3 回続けて通っても証明になりません。実際のリクエストでしか判断できません。',
  },
  proven: {
    title: { open: 'アクセスできるようになりました', answered: '使えるようになりました' },
    explanation:
      '{{model}} へのテストが、テストで分かるアクセスの確認を {{count}} 回続けてすべて通過しました。',
    explanationUnknown: 'テストが、テストで分かるアクセスの確認を {{count}} 回続けてすべて通過しました。',
    answered: '実際のリクエストにも応答がありました。',
    realProbe:
      '確実に知るには実際のリクエストが必要です。モデルが本当に応答するかどうかは、無料のテストでは分かりません。',
    how: '{{time}}、キー「{{key}}」による {{count}} 回のテストで確認しました。',
    howNoKey: '{{time}} に確認しました。',
    afterwards:
      '同じキーで、ご自身のプログラムを起動し直してください。それでも失敗する場合は、別のキーやモデルを使っているか、クレジット、エンドポイント、パラメーターなど別の理由で止まっている可能性があります。新しいエラーをここに貼り付けてください。',
  },
  still: {
    title: 'まだ拒否されています',
    once: '変更の直後に 1 回拒否されただけでは判断できません。変更が行き渡るまで数分かかることがあります。応答が安定するまで監視してください。',
    waiting:
      '組織オーナーの対応を待っています。リストが変更されるまでは拒否されるのが通常です。連絡があったら、もう一度監視してください。',
    explanation: '別の原因が考えられます。可能性の高い順に示します。',
    none: 'ほかに当てはまる原因はありません。手順 4 のメッセージで組織オーナーに依頼するか、リクエスト ID を添えて OpenAI サポートに問い合わせてください。',
    ownerMessage: '組織オーナーへのメッセージを表示',
    support: 'OpenAI サポート',
  },
  picture: {
    logIn: 'Log in',
    organization: 'Your organization',
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
    editSpend: 'Edit spend limit',
    notThis: 'こちらではありません',
  },
};
