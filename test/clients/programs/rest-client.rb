require 'json'
require 'rest-client'

question = { model: ENV['MODEL'], messages: [{ role: 'user', content: 'Hello' }] }
ask = lambda do
  RestClient.post("#{ENV['OPENAI_BASE_URL']}/chat/completions", question.to_json,
                  Authorization: "Bearer #{ENV['OPENAI_API_KEY']}", content_type: :json)
end
ask.call if ARGV[0] == 'uncaught'
begin
  ask.call
rescue RestClient::Exception => e
  puts "OpenAI: #{e.message}" if ARGV[0] == 'message'
  puts e.inspect, e.http_body if ARGV[0] == 'body'
end
