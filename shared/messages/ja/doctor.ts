import type { doctor as english } from '../en/doctor';
import type { Messages } from '../shape';

export const doctor: Messages<typeof english> = {
  title: 'このフォルダーのプログラムが送るもの',
  lead: 'ファイルと変数から読み取りました。何も送信も保存もしていません。キーは種類と末尾 4 文字だけを表示します。',
  progress: '{{count}} 個のファイルを読みました…',
  way: {
    shell: 'このシェルから、フォルダー {{name}} で起動した場合',
    compose: 'Docker Compose のサービス {{name}}（{{file}}）',
    kubernetes: 'Kubernetes のコンテナー {{name}}（{{file}}）',
    image: '{{file}} からビルドしたイメージ単体',
  },
  subject: {
    key: 'キー',
    organization: '組織',
    project: 'プロジェクト',
    base_url: 'ベース URL',
    model: 'モデル',
  },
  line: '{{what}}: {{value}}（{{place}}）',
  inShell: 'シェル',
  look: {
    key: '{{kind}}、末尾「{{end}}」',
    otherVendor: '{{vendor}} のキー、末尾「{{end}}」',
    placeholder: 'キーではなく仮の値',
    elsewhere: 'このフォルダーにはない',
    empty: '空',
  },
  filledFrom: '（{{place}} から補われる）',
  foreignHost: '（呼び出しとキーは OpenAI ではなく {{host}} に送られます）',
  usualUrl: 'ベース URL の設定なし: SDK は {{url}} を使います',
  nothingSet: 'キー、組織、プロジェクト、ベース URL、モデルのいずれも設定されていません。',
  shadowsSame: '同じ値がここにもあります: {{line}}。',
  shadows: '次の値を隠しています: {{line}}。',
  rule: {
    shell_over_file: '設定済みの変数は、ファイルの値で置き換えられません。',
    override: 'プログラムが override 付きでファイルを読み込むため、ファイルが優先されます。',
    particular_file: 'フレームワークは、より限定的なファイルを優先します。',
    not_read_by_itself: 'このファイルは、名前を指定しない限り、ここで見つかった仕組みでは読まれません。',
    later_line: '同じ名前の行が 2 つあれば、後の行が優先されます。',
    environment_over_env_file: 'environment は env_file より優先されます。',
    later_env_file: 'env_file の中では、後のものが優先されます。',
    env_over_env_from: 'env は envFrom より優先されます。',
    container_over_image: 'コンテナーに渡した値は、イメージの値より優先されます。',
  },
  doubt: {
    loader_unknown:
      '起動方法によります: このファイルを読み込むものが見つかりません。エディターや実行ツール、シェルが読み込む場合もあります。',
    mode_unknown:
      '起動方法によります: もう一方のモード（development / production）では別のファイルが優先されます。',
    override_somewhere:
      '起動方法によります: override 付きで読み込むプログラムの場合です。付けなければシェルが優先されます。',
  },
  others: 'コードやツールの設定に書かれた値（クライアントに渡されれば、変数より優先）',
  reads: '独自の変数からキーを読むコード',
  readsVariable: '{{place}} が {{name}} を読む',
  readsUnset: '{{place}} が {{name}} を読むが、ここでは設定されていない',
  models: '指定されているモデル',
  retired: '{{date}} までに提供終了。',
  retiring: '{{date}} に提供終了の予定。',
  replacement: 'OpenAI のページでは {{model}} が推奨されていました。',
  compared: {
    heading: 'エラーに出ているキー',
    sent: 'エラーのキー（{{key}}）は、送られるはずの次のキーと先頭と末尾が一致します:',
    shadowed:
      'エラーのキー（{{key}}）は、別の値に隠されている次のキーと先頭と末尾が一致します。失敗したプログラムは別の経路で受け取っています:',
    not_found:
      'エラーのキー（{{key}}）は、ここで見つかったどのキーでもありません。失敗したプログラムは別の場所から受け取っています。',
    no_key: 'エラーにキーが出ていないため、比べられません。',
  },
  unseen: '読み取っていないもの',
  truncated: 'ファイルが多すぎるため、すべては調べていません。より小さなフォルダーを指定してください。',
};
