http --ignore-stdin "$@" POST "$OPENAI_BASE_URL/chat/completions" \
  "Authorization: Bearer $OPENAI_API_KEY" \
  "model=$MODEL" 'messages:=[{"role": "user", "content": "Hello"}]'
