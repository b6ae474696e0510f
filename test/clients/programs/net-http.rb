require 'json'
require 'net/http'

uri = URI("#{ENV['OPENAI_BASE_URL']}/chat/completions")
headers = { 'Authorization' => "Bearer #{ENV['OPENAI_API_KEY']}", 'Content-Type' => 'application/json' }
question = { model: ENV['MODEL'], messages: [{ role: 'user', content: 'Hello' }] }
response = Net::HTTP.post(uri, question.to_json, headers)
case ARGV[0]
when 'uncaught' then response.value
when 'object' then puts "OpenAI: #{response.inspect}"
when 'body' then puts response.code, response.body
when 'parsed' then p JSON.parse(response.body)
end
