<?php
$question = ['model' => getenv('MODEL'), 'messages' => [['role' => 'user', 'content' => 'Hello']]];
$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => ['Authorization: Bearer ' . getenv('OPENAI_API_KEY'), 'Content-Type: application/json'],
    'content' => json_encode($question),
    'ignore_errors' => $argv[1] === 'body',
]]);
echo file_get_contents(getenv('OPENAI_BASE_URL') . '/chat/completions', false, $context), "\n";
