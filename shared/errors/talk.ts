/**
 * Words by which people speak of errors in general, or report one of their own, in the languages that the reader is given
 * most. Each list is of its language's manuals, plans and questions; none is of a single text.
 */

const any = (words: readonly string[], flags = 'i') => new RegExp(words.join('|'), flags);

/** Before or within the sentence itself: it is explained, supposed or planned. */
export const EXPLAINED = any([
  // English
  String.raw`\b(?:for instance|for example|e\.g\.|such as|i\.e\.|explains?|meaning|means (?:that|the|your|you)|occurs? when|indicates? (?:an?|that)|when encountering|follow these steps)\b`,
  String.raw`\bif (?:the|a|an|your|it|this)(?: \w+){0,3} (?:ends?|fails?|answers?|stops?|comes? back) with\b`,
  String.raw`\bwhat (?:does|do|is)(?: an?| the)?(?: HTTP)?(?: error| status)?(?: code)? ?["'\x60]?$`,
  String.raw`\b(?:happens?|appears?|returned|raised|thrown|shown|sent) (?:when|if|whenever|once)\b`,
  String.raw`\b(?:if you (?:see|get|receive|encounter|hit)|when you (?:see|get)|you (?:may|might|will|can|could|would) (?:see|get|receive|encounter)|users? (?:may|might|will|could|would) (?:see|get))\b`,
  String.raw`\b(?:may|might|can|could|would|should) (?:return|fail with|give|produce|raise|throw|answer|respond)\b`,
  String.raw`\b(?:asking for one|gives an?|common (?:errors?|causes?|issues?)|how to fix|detects?|maps? (?:to|the|errors?)|classif\w+|typically|generally|you (?:have|'ve) probably|(?:could|can) (?:also )?be due to|distinguish\w*)\b`,
  String.raw`\b(?:logs?|records?|handles?|catch(?:es)?|retr(?:y|ies)|wraps?|swallows?|forwards?|translates?|ignores?|counts?|covers?) (?:on |for )?(?:every|any|each|all)\b`,
  String.raw`\b(?:feature request|would be (?:nice|good)|changelog|release notes|roadmap|backlog|todo|fixme|show toast)\b`,
  String.raw`(?:^|\n)\W{0,6}(?:feat|fix|docs|chore|refactor|test)(?:\([^)\n]{1,40}\))?:`,
  // What a design tells apart.
  String.raw`\b(?:distingu(?:er|ons|erons|ir|imos|iremos)|class(?:er|ifier|ifions)|unterscheiden|klassifizieren|clasific(?:ar|amos)|classific(?:ar|amos))\b|区別(?:する|します)|分類(?:する|します)|分为|分成|区分|구분(?:한다|합니다)|분류(?:한다|합니다)|различа(?:ем|ть)|раздел(?:яем|ить)`,
  // What a change keeps people from.
  String.raw`\bso that\b[^.\n]{0,40}\b(?:don't|do not|doesn't|does not|won't|will not|never|no longer) (?:run into|see|gets?|hit|receive|meet|fail with|end in)\b|\bpour ne (?:plus|pas) (?:voir|recevoir|obtenir|tomber sur)\b|\bpara (?:no|não) (?:ver|recibir|receber|obtener|obter)\b|чтобы (?:больше )?не (?:получать|видеть)`,
  // Japanese
  '意味|の場合|例えば|とは|ことがあります|場合があります|とき[にはの]|(?:した|する)際に(?:発生|表示|返)|可能性があります',
  // Chinese
  '如果|例如|比如|常见|表示您|可能会|当您|意味着|通常(?:表示|是)|会返回|若(?:您|出现|收到)',
  // Korean
  '경우|예를 들어|의미합니다|수 있습니다|때 발생|일반적으로',
  // German
  String.raw`\b(?:wenn (?:Sie|du|man)|falls|bedeutet|zum Beispiel|z\. ?B\.|beispielsweise|tritt (?:auf|dann)|in der Regel|kann (?:auftreten|erscheinen)|häufige Fehler)\b`,
  // French
  String.raw`\b(?:si vous (?:voyez|recevez|obtenez|rencontrez|avez)|par exemple|signifie|lorsqu(?:e|'on)|se produit|peut (?:renvoyer|retourner|apparaître)|erreurs courantes)\b`,
  // Spanish and Portuguese
  String.raw`\b(?:si (?:ves|ve|recibe|recibes|obtiene)|por (?:ejemplo|exemplo)|significa|(?:ocurre|ocorre) (?:cuando|quando)|puede (?:devolver|aparecer)|pode (?:retornar|aparecer)|errores comunes|erros comuns|se você)\b`,
  // Russian
  'если вы|например|означает|возникает,? (?:если|когда)|может (?:вернуть|появиться)|частые ошибки',
]);

/** Behind it, within the same sentence: what it means, or when it comes. */
export const EXPLAINED_AFTER = any([
  String.raw`\b(?:(?:was|were|is) 0|means? (?:that|the|your|you|it)|indicates?|occurs? (?:when|if)|happens? (?:when|if)|appears? (?:when|if)|(?:is|are|gets?) (?:returned|raised|thrown|shown|sent|logged|handled|caught|retried|mapped|translated|treated) |usually|typically|generally|maps? to|for example|such as|refers? to the case|(?:now|no longer) (?:ends?|shows?|stops?|raises?|retries))\b`,
  'を意味|とは|の意味|場合があります|ことがあります|(?:という|との)?(?:エラー|メッセージ)?(?:が(?:出|表示され|返)る|の)(?:場合|とき|際)',
  '表示您|意味着|是指|的意思|时(?:会|，)|通常(?:表示|是)',
  '의미합니다|경우|때 발생',
  String.raw`\b(?:bedeutet|heißt,? dass|tritt auf|erscheint,? wenn|signifie|se produit|apparaît (?:quand|lorsque)|significa|ocurre cuando|ocorre quando)\b`,
  'означает|возникает',
]);

/** The next sentence says when such a thing comes. */
export const EXPLAINED_NEXT =
  /^\W{0,3}\s(?:This|It|The error|Dies|Das|Cette erreur|Este erro|Este error)\b[^.\n]{0,30}\b(?:occurs?|happens?|is (?:raised|thrown|returned|shown)|appears?|tritt|se produit|ocorre|ocurre)\b/;

/** What is only supposed of someone's project, organization or key: the words follow at once. */
export const SUPPOSED = any([
  String.raw`\b(?:if|when|whenever|whether|unless|until|in case|wenn|falls|sobald|lorsque|quand|si|cuando|quando|se|если|когда)(?: (?:a|an|the|your|my|our|their|its|any|that|openai|openai's|der|die|das|ein|eine|le|la|les|el|un|une|o|os))*[\s"'\x60]{1,3}$`,
  '(?:如果|若|假如|当|もし|만약)[\\s"\'`]{0,3}$',
]);

/** Something ran and failed here, or someone says that they get it. */
export const HAPPENED = any([
  String.raw`Error code: ?\d{3}|status[ _]?code\W{0,4}\d{3}|\bHTTP\W{0,4}[45]\d\d|\b[45]\d\d (?:Unauthorized|Forbidden|Not Found|Bad Request|Too Many|Internal)|Traceback|\bat [\w.$<> ]{1,80}\(`,
  String.raw`\b(?:error|failed|failure|exception|fatal|panic|refused|rejected|denied|fehler|erreur|erro|errore)\b[^\w,;]{0,4}$|(?:エラー|错误|錯誤|오류|에러|ошибка)\s?[::]\W{0,4}$|\w(?:Error|Exception)\b\W{0,3}(?:\d{3}\W{0,3})?$`,
  String.raw`(?:^|\n)[\s>"'\x60]{0,20}[45]\d\d\b`,
  // The words as they came.
  String.raw`(?:^|\n)[ \t>]{0,8}(?:original\w*|raw|response|answer|reply|output|réponse|sortie|antwort|ausgabe|respuesta|salida|resposta|saída|ответ|вывод|原文|返回|応答|返答|원문|응답) ?: ?[45]\d\d[:,]? ["'\x60]?$`,
  String.raw`\b(?:I|we|it|he|she|they)(?:'m| am| keep| kept| still| always| just| only)? (?:get|gets|got|getting|receive|received|see|saw|ran into|hit)\b|\b(?:getting|got) (?:this|the|an?) (?:error|message)|error message|\bstopped (?:at|with)\b|\bended (?:at|with|in)\b`,
  '报错|提示|エラーが(?!.{0,12}場合)|表示され(?!る場合)|出ました|出ています|返ってき|登录之后|出现了|收到了|显示[::]?\\s?$',
  '오류가 (?:발생했|떴|나)|에러가 (?:떴|나)|나옵니다|뜹니다|떠요|나와요|오류 메시지',
  String.raw`\b(?:bekomme|erhalte|kriege|kommt (?:immer|seit|die|das|folgende|nur)|Fehlermeldung|j'obtiens|je reçois|j'ai (?:eu|reçu|l'erreur|cette)|message d'erreur|me (?:sale|da|aparece|devuelve|salta)|obtengo|recibo|mensaje de error|recebo|estou recebendo|aparece ist[oa]|deu erro|dá erro|mensagem de erro)\b`,
  'получаю|выда[её]т|пишет|сообщение об ошибке',
]);

/** Headings of a manual's entry, a plan or a list of changes: they outweigh a status beside the words. */
export const MANUAL = any([
  String.raw`(?:^|\n)\s*(?:Meaning|Cause|Causes|Solution|Resolution|Description|How to fix|Overview)\s*:?\s*(?:\n|$)|Retry\?`,
  // A heading without a sign, and those by which a change is put forward.
  String.raw`(?:^|\n)[ \t]*(?:FAQ|Troubleshooting|Common errors|Error codes|Known issues|よくある(?:質問|エラー)|エラーコード一覧|トラブルシューティング|変更履歴|常见(?:问题|错误)|错误码(?:说明|一览)|更新日志|자주 묻는 질문|오류 코드|변경 (?:사항|이력)|Fehlerbehebung|Häufige (?:Fehler|Fragen)|Änderungen|Dépannage|Questions fréquentes|Erreurs courantes|Preguntas frecuentes|Errores comunes|Perguntas frequentes|Erros comuns|Частые (?:вопросы|ошибки)|Список изменений)[ \t]*:?[ \t]*\n`,
  String.raw`(?:^|\n)#{1,5} (?:What(?: changed| this (?:changes|does))?|Why|How (?:tested|to test|(?:has|was) this (?:been )?tested)|Test plan|Testing|Motivation)[ \t]*(?:\n|$)`,
  String.raw`(?:^|\n)#{1,5} [^\n]{0,40}(?:troubleshooting|faq|known issues|error codes|common errors|changelog|proposed change|type of change|acceptance criteria|release notes|\[?v?\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\]?(?:(?: [-/])? \(?\d{4}-\d\d-\d\d\)?)?[ \t]*(?:\n|$)|(?:Added|Changed|Deprecated|Removed|Fixed|Security)[ \t]*(?:\n|$)|トラブルシューティング|よくある(?:質問|エラー)|変更履歴|リリースノート|常见(?:问题|错误)|更新日志|变更记录|자주 묻는|변경 (?:사항|이력)|Fehlerbehebung|Häufige|Änderungen|Dépannage|Problèmes courants|Solución de problemas|Solução de problemas|Registro de cambios|Устранение|Список изменений)`,
]);

/** A line of a list of changes, or the subject of one, in other languages: what was done, or is to be done, in the program. */
const CHANGES = [
  '修正|追加|変更|改善|削除|対応|リファクタ',
  '修复|新增|优化|变更|移除|调整|支持|增加',
  '수정|추가|개선|변경|제거',
  'Behandle|Behebe|Zeige|Ergänze|Füge|Entferne|Behoben|Hinzugefügt|Geändert|Verbessert|Entfernt',
  'Ajoute|Ajouté|Ajout|Corrige|Corrigé|Correction|Gère|Affiche|Modifié|Amélioré|Supprime|Supprimé',
  'Añade|Añadido|Agrega|Agregado|Corrige|Corregido|Maneja|Muestra|Cambiado|Mejorado|Elimina|Eliminado',
  'Adiciona|Adicionado|Corrigido|Trata|Exibe|Alterado|Melhorado|Remove|Removido',
  'Исправ(?:лен[аоы]?|ить|ляет)|Добав(?:лен[аоы]?|ить|ляет)|Обработ(?:ка|ать)|Измен[её]н[аоы]?|Улучшен[аоы]?|Удал[её]н[аоы]?',
].join('|');

/** A bullet, a bracket or the number of a commit stands before it, or a colon behind it. */
export const CHANGE_ELSEWHERE = new RegExp(
  String.raw`^\s{0,8}(?:[-*•・]\s{0,3}[[【]?|[[【]|[0-9a-f]{7,12} )(?:${CHANGES})(?!\p{L}*[.!?])|^\s{0,8}(?:${CHANGES})\s?:`,
  'iu',
);

/** Behind what someone changed: it happens all the same, so that they report. */
export const STILL =
  /\b(?:still|but now|immer noch|weiterhin|toujours|sigue|todavía|ainda|continua)\b|まだ|相変わらず|仍|还是|依然|여전히|계속|вс[её] (?:ещ[её]|равно)|по-прежнему/i;

/** Words that put an error into the past of the same report. */
export const EARLIER =
  /\b(?:earlier|previously|before that|at first|first i (?:got|had)|yesterday|last week|used to (?:get|be)|was (?:getting|seeing)|no longer|went away|solved|resolved|is fixed|will retry|retrying|falling back|fell back|fallback(?! \S{1,60}:)|trying again|(?:attempt|try) \d)\b|以前|之前|最初は|昨日/i;

/** Behind an error, on its own line: it is over. */
export const OVER =
  /\b(?:(?:is|was|got|it|now|owner|admin|we|they|i) (?:fixed|resolved|solved)|works (?:now|again)|ok now|went away|behoben|gelöst|résolu|resuelto|resolvido)\b|直りました|直った|解決(?:しました|済)|已(?:经)?解决|已修复|해결(?:됨|했)|решено|исправлен/i;
