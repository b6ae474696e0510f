use strict;
use warnings;
use Data::Dumper;
use HTTP::Tiny;
use JSON::PP;

my $question = encode_json({ model => $ENV{MODEL}, messages => [{ role => 'user', content => 'Hello' }] });
my $response = HTTP::Tiny->new->post("$ENV{OPENAI_BASE_URL}/chat/completions", {
    headers => { Authorization => "Bearer $ENV{OPENAI_API_KEY}", 'Content-Type' => 'application/json' },
    content => $question,
});
die "OpenAI call failed: $response->{status} $response->{reason}\n" if $ARGV[0] eq 'status';
print Dumper($response) if $ARGV[0] eq 'response';
print "$response->{content}\n" if $ARGV[0] eq 'body';
