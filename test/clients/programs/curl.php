<?php
$question = ['model' => getenv('MODEL'), 'messages' => [['role' => 'user', 'content' => 'Hello']]];
$curl = curl_init(getenv('OPENAI_BASE_URL') . '/chat/completions');
curl_setopt_array($curl, [
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_FAILONERROR => $argv[1] === 'fail',
    CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('OPENAI_API_KEY'), 'Content-Type: application/json'],
    CURLOPT_POSTFIELDS => json_encode($question),
]);
$answer = curl_exec($curl);
if ($argv[1] === 'fail') echo 'OpenAI: ', curl_error($curl), "\n";
if ($argv[1] === 'status') echo 'OpenAI returned HTTP ', curl_getinfo($curl, CURLINFO_HTTP_CODE), "\n";
if ($argv[1] === 'body') echo $answer, "\n";
if ($argv[1] === 'dump') var_dump(json_decode($answer, true));
if ($argv[1] === 'print') print_r(json_decode($answer));
