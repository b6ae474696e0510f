require 'httparty'

response = HTTParty.post("#{ENV['OPENAI_BASE_URL']}/chat/completions",
                         headers: { 'Authorization' => "Bearer #{ENV['OPENAI_API_KEY']}", 'Content-Type' => 'application/json' },
                         body: { model: ENV['MODEL'], messages: [{ role: 'user', content: 'Hello' }] }.to_json)
case ARGV[0]
when 'status' then puts "OpenAI request failed: #{response.code} #{response.message}"
when 'parsed' then p response.parsed_response
when 'body' then puts response.body
when 'object' then p response
end
