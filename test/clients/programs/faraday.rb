require 'faraday'
require 'json'

connection = Faraday.new { |f| f.response :raise_error }
question = { model: ENV['MODEL'], messages: [{ role: 'user', content: 'Hello' }] }
ask = lambda do
  connection.post("#{ENV['OPENAI_BASE_URL']}/chat/completions", question.to_json,
                  'Authorization' => "Bearer #{ENV['OPENAI_API_KEY']}", 'Content-Type' => 'application/json')
end
ask.call if ARGV[0] == 'uncaught'
begin
  ask.call
rescue Faraday::Error => e
  puts "OpenAI: #{e.message}" if ARGV[0] == 'message'
  p e if ARGV[0] == 'object'
  puts e.response[:body] if ARGV[0] == 'body'
  p e.response if ARGV[0] == 'response'
end
