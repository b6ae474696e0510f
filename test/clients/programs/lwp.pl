use strict;
use warnings;
use JSON::PP;
use LWP::UserAgent;

my $question = encode_json({ model => $ENV{MODEL}, messages => [{ role => 'user', content => 'Hello' }] });
my $response = LWP::UserAgent->new->post(
    "$ENV{OPENAI_BASE_URL}/chat/completions",
    'Authorization' => "Bearer $ENV{OPENAI_API_KEY}",
    'Content-Type'  => 'application/json',
    'Content'       => $question,
);
die 'OpenAI: ', $response->status_line if $ARGV[0] eq 'status';
print $response->as_string if $ARGV[0] eq 'response';
print $response->decoded_content, "\n" if $ARGV[0] eq 'body';
