<?php
require '/usr/share/php/GuzzleHttp/autoload.php';

$client = new GuzzleHttp\Client();
$ask = fn () => $client->post(getenv('OPENAI_BASE_URL') . '/chat/completions', [
    'headers' => ['Authorization' => 'Bearer ' . getenv('OPENAI_API_KEY')],
    'json' => ['model' => getenv('MODEL'), 'messages' => [['role' => 'user', 'content' => 'Hello']]],
]);
if ($argv[1] === 'uncaught') $ask();
try {
    $ask();
} catch (GuzzleHttp\Exception\BadResponseException $e) {
    if ($argv[1] === 'message') echo $e->getMessage(), "\n";
    if ($argv[1] === 'body') echo $e->getResponse()->getBody(), "\n";
}
